"""What the frame of every page shows."""

from pcu_platform.models import PlatformState


def shell(request):
    """`demo_data`: whether synthetic data is loaded, to be said on every page."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"demo_data": PlatformState.objects.filter(key="demo").exists()}
    return {"demo_data": PlatformState.objects.filter(key="demo").exists(), "unit": user.unit}
