"""The pages of containers and trucks."""

from django.urls import path

from seizures.views import box_list

urlpatterns = [
    path("equipment/", box_list.show, name="box-list"),
]
