from django.apps import AppConfig


class ConfigurationConfig(AppConfig):
    name = "zhunru.configuration"
