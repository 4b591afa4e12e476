# Break-glass

<#if localAccounts>
The way into a cluster when sign-in by Entra ID or PIM fails there: local accounts are turned on, used and turned off again. It still needs a sign-in to Azure. Rehearse it twice a year, raise an alert on each use, and review each use.
<#else>
The way into a cluster when federation or PIM fails: an account that is cluster-admin without either. Rehearse it twice a year, raise an alert on each sign-in, and review each use.
</#if>

<#list access as entry>
<#assign cluster = entry.cluster() at = "--subscription " + shell(cluster.subscription()) + " --resource-group " + shell(cluster.resourceGroup()) + " --name " + shell(cluster.name())>
## ${md(cluster.name())}

<#if entry.holders()?has_content>
Can be done by:

<#list entry.holders() as holder>
- ${md(holder)}
</#list>
<#else>
**Nobody can do this yet.** The design gives nobody the right.
</#if>

<#if cluster.settings().apiServer().isPresent() && cluster.settings().apiServer().get().value().isPrivate()>
The API server is private: run `kubectl` from a machine in the network of the cluster.

</#if>
```bash
az login<#if tenant?has_content> --tenant ${shell(tenant)}</#if>
<#if localAccounts>
az aks update ${at} --enable-local-accounts
az aks get-credentials ${at} --admin --file break-glass.kubeconfig
kubectl --kubeconfig break-glass.kubeconfig get nodes
# ... work ...
az aks update ${at} --disable-local-accounts
az aks rotate-certs ${at} --yes
rm break-glass.kubeconfig
<#else>
az aks get-credentials ${at} --file break-glass.kubeconfig
KUBECONFIG=break-glass.kubeconfig kubelogin convert-kubeconfig -l azurecli
kubectl --kubeconfig break-glass.kubeconfig auth can-i '*' '*' --all-namespaces
# ... work ...
rm break-glass.kubeconfig
</#if>
```

</#list>
<#if localAccounts>
Rotating the certificates makes the fetched credential worthless; until then it stays valid. It recreates all nodes and can interrupt what runs for up to 30 minutes, so choose the hour, but do it.
<#else>
Afterwards change the credentials of the account and seal them again.
</#if>
