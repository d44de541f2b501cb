"""Sign-in, sign-out and the way to each role's first page."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import redirect


class SignIn(LoginView):
    template_name = "pcu_platform/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    pass


@login_required
def home(request):
    return redirect("healthz")
