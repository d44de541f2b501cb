"""The pages of supervisors: profiles, watch lists, warnings, registers, figures. Included in `profiling.urls`."""

from django.urls import path

from profiling.version_steps import STEPS
from profiling.views import (
    backtests,
    campaigns,
    draws,
    figures,
    list_imports,
    previewing,
    profile_editing,
    profile_exchange,
    profile_versions,
    profiles,
    registers,
    second_opinion,
    shadows,
    warnings,
    watch_lists,
)

urlpatterns = [
    path("profiles/", profiles.show_list, name="profile-list"),
    path("profiles/new/", profile_editing.new, name="profile-new"),
    path("profiles/preview/", previewing.count, name="profile-preview"),
    path("profiles/codes/", previewing.find, name="profile-codes"),
    path("profiles/import/", profile_exchange.bring_in, name="profile-import"),
    path("profiles/<str:code>/", profiles.show, name="profile-show"),
    path("profiles/<str:code>/edit/", profile_editing.edit_own, name="profile-edit"),
    path("profiles/<str:code>/versions/<int:number>/", profile_versions.show, name="version-show"),
    path("profiles/<str:code>/versions/<int:number>/edit/", profile_editing.edit, name="version-edit"),
    path("profiles/<str:code>/versions/<int:number>/export/", profile_exchange.export, name="version-export"),
    path("profiles/<str:code>/versions/<int:number>/copy/", profile_versions.copy, name="version-copy"),
    path("profiles/<str:code>/versions/<int:number>/backtest/", backtests.ask, name="version-backtest"),
    path("profiles/<str:code>/versions/<int:number>/shadow/", shadows.show, name="version-shadow"),
    path("profiles/<str:code>/versions/<int:number>/shadow/start/", shadows.start, name="shadow-start"),
    path("profiles/<str:code>/versions/<int:number>/shadow/stop/", shadows.stop, name="shadow-stop"),
    path("backtests/<uuid:pk>/", backtests.show, name="backtest-show"),
    path("backtests/<uuid:pk>/cancel/", backtests.cancel, name="backtest-cancel"),
    path("backtests/<uuid:pk>/again/", backtests.ask_again, name="backtest-again"),
    *(
        path(
            f"profiles/<str:code>/versions/<int:number>/{step}/",
            profile_versions.take_step,
            {"step": step},
            name=f"version-{step}",
        )
        for step in STEPS
    ),
    path("campaigns/", campaigns.show_list, name="campaign-list"),
    path("campaigns/new/", campaigns.new, name="campaign-new"),
    path("campaigns/<int:number>/", campaigns.show, name="campaign-show"),
    *(
        path(f"campaigns/<int:number>/{step}/", campaigns.take_step, {"step": step}, name=f"campaign-{step}")
        for step in campaigns.STEPS
    ),
    path("watch-lists/", watch_lists.show_all, name="watch-list-list"),
    path("watch-lists/new/", watch_lists.new, name="watch-list-new"),
    path("watch-lists/look-up/", watch_lists.look_up_page, name="watch-list-look-up"),
    path("watch-lists/<uuid:pk>/", watch_lists.show, name="watch-list-show"),
    path("watch-lists/<uuid:pk>/add/", watch_lists.add, name="watch-list-add"),
    path("watch-lists/<uuid:pk>/upload/", watch_lists.upload, name="watch-list-upload"),
    path("watch-lists/<uuid:pk>/switch/", watch_lists.switch, name="watch-list-switch"),
    path("watch-lists/entries/<uuid:pk>/end/", watch_lists.end, name="entry-end"),
    path("watch-lists/<uuid:pk>/published/", list_imports.read, name="list-import-read"),
    path("watch-lists/imports/<uuid:pk>/", list_imports.show, name="list-import-show"),
    path("watch-lists/imports/<uuid:pk>/apply/", list_imports.settle, {"verb": "apply"}, name="list-import-apply"),
    path(
        "watch-lists/imports/<uuid:pk>/set-aside/",
        list_imports.settle,
        {"verb": "set-aside"},
        name="list-import-set-aside",
    ),
    path("warnings/", warnings.show_all, name="warning-list"),
    path("warnings/<uuid:pk>/close/", warnings.close, name="warning-close"),
    path("registers/", registers.show, name="register-list"),
    path("registers/upload/", registers.upload, name="register-upload"),
    path("second-opinion/", second_opinion.show, name="second-opinion-show"),
    path("second-opinion/train/", second_opinion.train, name="second-opinion-train"),
    *(
        path(f"second-opinion/<uuid:pk>/{step}/", second_opinion.take_step, {"step": step}, name=f"ranker-{step}")
        for step in second_opinion.STEPS
    ),
    path("figures/", figures.show, name="figure-show"),
    path("figures/draws/", draws.show, name="draw-list"),
    path("figures/draws/export/", draws.export, name="draw-export"),
]
