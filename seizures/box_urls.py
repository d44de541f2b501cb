"""The pages of containers and trucks."""

from django.urls import path

from seizures.views import box, box_deciding, box_list

urlpatterns = [
    path("equipment/", box_list.show, name="box-list"),
    path("equipment/<str:key>/", box.show, name="box-show"),
    path("equipment/<str:key>/decide/", box_deciding.decide, name="box-decide"),
]
