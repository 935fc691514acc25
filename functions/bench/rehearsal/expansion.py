"""template.yaml as SAM's own translator expands it, cut to what LocalStack's free edition can make."""

import collections
import json

from samtranslator.translator.managed_policy_translator import ManagedPolicyLoader
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

# What the free edition has not, or has only with Docker. Processes, mappings and the gateway of this rehearsal stand in for it.
LEFT_OUT = ("AWS::Lambda::", "AWS::ApiGatewayV2::", "AWS::CloudWatch::Dashboard", "AWS::Budgets::", "AWS::Glue::", "AWS::Cognito::", "AWS::ApplicationAutoScaling::")
PACKAGED = "s3://packaged/"
NO_VALUE = {"Ref": "AWS::NoValue"}
SEPARATOR = "\n"


class Expansion:
    """What SAM makes of the template.

    functions, mappings and routes are the properties of what is left out, by logical id; made is the template of the rest, in which every reference to
    what is left out is replaced. What CloudFormation itself has to work out for functions and mappings (variables, memory, addresses of queues) are
    outputs of that template, so that no code of ours evaluates conditions or references.
    """

    def __init__(self, path, parameters, iam, account, region, api):
        with open(path, encoding="utf-8") as file:
            source = yaml_parse(file)
        for resource in source["Resources"].values():
            properties = resource["Properties"]
            if "CodeUri" in properties:  # `sam package` puts the jar into a bucket and its address here
                properties["CodeUri"] = PACKAGED + properties["CodeUri"]
        self.written = len(source["Resources"])
        self.template = transform(source, parameters, ManagedPolicyLoader(iam))
        self.resources = self.template["Resources"]
        self.left_out = {name for name, resource in self.resources.items() if resource["Type"].startswith(LEFT_OUT)}
        self._arn = f"arn:aws:lambda:{region}:{account}:function:"
        self._api = api
        self.functions = self._of("AWS::Lambda::Function")
        self.mappings = self._of("AWS::Lambda::EventSourceMapping")
        self.routes = [route["RouteKey"] for route in self._of("AWS::ApiGatewayV2::Route").values()]
        self.made = self._made()

    def _of(self, kind):
        return {name: resource["Properties"] for name, resource in self.resources.items() if resource["Type"] == kind}

    def counts(self):
        """How many of each service are left out, those among them that the parameters would not make."""
        return collections.Counter(self.resources[name]["Type"].rsplit("::", 1)[0] for name in self.left_out)

    def jar(self, function):
        """The jar of a function, from the project's folder."""
        return self.functions[function]["Code"]["S3Key"]

    def function_of(self, reference):
        """The function that {"Ref": alias} or an alias's ARN means."""
        if isinstance(reference, dict):
            return self.resources[reference["Ref"]]["Properties"]["FunctionName"]["Ref"]
        return reference.removeprefix(self._arn).split(":")[0]

    def _made(self):
        made = dict(self.template)
        made.pop("Transform", None)
        made["Resources"] = {name: self._cut(resource) for name, resource in self.resources.items() if name not in self.left_out}
        outputs = {name: output for name, output in self.template["Outputs"].items() if not self._is_left_out(output["Value"])}
        for name, properties in self.functions.items():
            variables = dict(properties["Environment"]["Variables"], AWS_LAMBDA_FUNCTION_MEMORY_SIZE=properties["MemorySize"])
            self._output(outputs, name, {"Fn::Join": [SEPARATOR, [_named(key, value) for key, value in variables.items()]]})
        for name, properties in self.mappings.items():
            self._output(outputs, name, properties["EventSourceArn"])
        made["Outputs"] = self._replaced(outputs)
        return made

    def _output(self, outputs, name, value):
        condition = self.resources[name].get("Condition")
        outputs["Rehearsed" + name] = {"Value": value} | ({"Condition": condition} if condition else {})

    def _is_left_out(self, value):
        return isinstance(value, dict) and value.get("Ref") in self.left_out

    def _cut(self, resource):
        cut = self._replaced(resource)
        needed = cut.pop("DependsOn", [])
        needed = [name for name in ([needed] if isinstance(needed, str) else needed) if name not in self.left_out]
        return cut | ({"DependsOn": needed} if needed else {})

    def _replaced(self, value):
        """Without references to what is left out."""
        if isinstance(value, list):
            return [self._replaced(one) for one in value]
        if not isinstance(value, dict):
            return value
        if self._is_left_out(value):
            return self._stand_in(value["Ref"], "Ref")
        if "Fn::GetAtt" in value:
            name, attribute = value["Fn::GetAtt"] if isinstance(value["Fn::GetAtt"], list) else value["Fn::GetAtt"].split(".", 1)
            if name in self.left_out:
                return self._stand_in(name, attribute)
        return {key: self._replaced(one) for key, one in value.items()}

    def _stand_in(self, name, attribute):
        kind = self.resources[name]["Type"]
        if kind == "AWS::Lambda::Function":
            return name if attribute == "Ref" else self._arn + name
        if kind == "AWS::Lambda::Alias":
            return self._arn + self.function_of({"Ref": name}) + ":live"
        if kind == "AWS::ApiGatewayV2::Api":
            return self._api if attribute == "ApiEndpoint" else "rehearsal"
        return f"left-out-{name}"


def _named(name, value):
    """NAME=value, nothing where the value is no value."""
    if value == NO_VALUE:
        return NO_VALUE
    if isinstance(value, dict) and "Fn::If" in value:
        condition, yes, no = value["Fn::If"]
        return {"Fn::If": [condition, _named(name, yes), _named(name, no)]}
    return {"Fn::Join": ["", [name + "=", value]]}


def variables(output):
    """The variables that an output of a function holds."""
    return dict(one.split("=", 1) for one in output.split(SEPARATOR))


def text(template):
    return json.dumps(template, default=str)
