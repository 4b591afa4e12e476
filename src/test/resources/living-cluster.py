"""Starts the control plane of the shared tools and keeps it until standard input ends. It prints a line with the paths of kubeconfig
and kubectl, then answers each line that it reads: `reset` takes out everything that was applied, `dump` prints all objects."""

import json
import sys

sys.path.insert(0, sys.argv[1])
from verify.cluster import Cluster
from verify.toolbox import program

LISTS = ("/api/v1/namespaces", "/api/v1/serviceaccounts", "/api/v1/resourcequotas", "/api/v1/limitranges", "/apis/apps/v1/deployments",
         "/apis/networking.k8s.io/v1/networkpolicies", "/apis/rbac.authorization.k8s.io/v1/roles", "/apis/rbac.authorization.k8s.io/v1/rolebindings",
         "/apis/rbac.authorization.k8s.io/v1/clusterroles", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
         "/apis/secrets-store.csi.x-k8s.io/v1/secretproviderclasses")


def told(thing, kind):
    """An object without what the server writes, and with the managers of its fields, which a manifest sets."""
    meta = thing["metadata"]
    managers = sorted({entry["manager"] for entry in meta.get("managedFields", [])})
    for key in ("managedFields", "resourceVersion", "generation"):
        meta.pop(key, None)
    return {"kind": kind, "managers": managers} | {key: value for key, value in thing.items() if key not in ("status", "kind", "apiVersion")}


with Cluster() as cluster:
    for path in LISTS:  # kinds that were defined a moment ago
        cluster._until(lambda path=path: cluster.request("GET", path)[0] == 200, path)
    print(cluster.kubeconfig, program("kubectl"), sep="\t", flush=True)
    for line in sys.stdin:
        if line.strip() == "reset":
            cluster.reset()
            print("done", flush=True)
        else:
            found = []
            for path in LISTS:
                status, answer = cluster.request("GET", path)
                assert status == 200, (path, answer)
                found += [told(item, answer["kind"].removesuffix("List")) for item in answer["items"]]
            print(json.dumps(found), flush=True)
