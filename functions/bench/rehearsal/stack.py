"""A stack that LocalStack's CloudFormation makes."""

import time

import boto3

from expansion import text

MOST_SECONDS = 120


class Cloud:
    """The clients of LocalStack."""

    def __init__(self, endpoint, region):
        self.endpoint = endpoint
        self.region = region
        session = boto3.Session(aws_access_key_id="rehearsal", aws_secret_access_key="rehearsal", region_name=region)
        self._client = lambda service: session.client(service, endpoint_url=endpoint)
        self.s3, self.sqs, self.ssm, self.iam = (self._client(service) for service in ("s3", "sqs", "ssm", "iam"))
        self.scheduler, self.events, self.formation = (self._client(service) for service in ("scheduler", "events", "cloudformation"))
        self.streams, self.sts = (self._client(service) for service in ("dynamodbstreams", "sts"))
        self.account = self.sts.get_caller_identity()["Account"]

    def waiting(self, url):
        """Messages of a queue, those that are worked on among them."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"]
        return sum(int(count) for count in self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"].values())


class Stack:
    def __init__(self, cloud, name, expansion, parameters):
        self.name = name
        bucket = name + "-templates"
        cloud.s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": cloud.region})
        cloud.s3.put_object(Bucket=bucket, Key="template.json", Body=text(expansion.made))
        cloud.formation.create_stack(
            StackName=name,
            TemplateURL=f"{cloud.endpoint}/{bucket}/template.json",
            Capabilities=["CAPABILITY_IAM"],
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        )
        end = time.monotonic() + MOST_SECONDS
        while (described := cloud.formation.describe_stacks(StackName=name)["Stacks"][0])["StackStatus"].endswith("IN_PROGRESS"):
            if time.monotonic() > end:
                raise TimeoutError(f"the stack was not made in {MOST_SECONDS} s")
            time.sleep(0.5)
        made = cloud.formation.list_stack_resources(StackName=name)["StackResourceSummaries"]
        if described["StackStatus"] != "CREATE_COMPLETE":
            raise AssertionError(
                f"{described['StackStatus']}: {described.get('StackStatusReason', '')} "
                + str([(one["LogicalResourceId"], one.get("ResourceStatusReason")) for one in made if one["ResourceStatus"] != "CREATE_COMPLETE"])
            )
        self.types = {one["LogicalResourceId"]: one["ResourceType"] for one in made}
        self.ids = {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in made}
        self.outputs = {one["OutputKey"]: one["OutputValue"] for one in described["Outputs"]}

    def of(self, kind):
        """Physical ids of a type's resources, by their logical ones."""
        return {name: self.ids[name] for name, one in self.types.items() if one == kind}

    def rehearsed(self, name):
        """What CloudFormation worked out for a function or a mapping; None where the parameters leave it out."""
        return self.outputs.get("Rehearsed" + name)
