"""The pages of accounts."""

from django.urls import path

from pcu_platform.officers import choosing, views

urlpatterns = [
    path("officers/", views.show_list, name="officer-list"),
    path("officers/new/", views.new, name="officer-new"),
    path("officers/<uuid:pk>/", views.show, name="officer-show"),
    path("officers/<uuid:pk>/switch/", views.switch, name="officer-switch"),
    path("officers/<uuid:pk>/invite/", views.invite, name="officer-invite"),
    path("officers/<uuid:pk>/token/", views.issue_token, name="officer-issue-token"),
    path("officers/<uuid:pk>/token/<str:token_key>/revoke/", views.revoke_token, name="officer-revoke-token"),
    path("choose-password/", choosing.choose, name="password-choose"),
]
