# Break-glass

<#if localAccounts>
The way into a cluster when sign-in to it fails<#if !pim?has_content> or PIM does</#if>: local accounts are turned on, used and turned off again. It still needs a sign-in to Azure, so it is no way in while Entra ID itself is down. Rehearse it twice a year, raise an alert on each use, and review each use.
<#else>
The way into a cluster when federation or PIM fails: an account that is cluster-admin without either. Rehearse it twice a year, raise an alert on each sign-in, and review each use.
</#if>
<#if pim?has_content>

**PIM has to work for it.** In ${md(pim?join(", "))} everybody who can do this activates the right first, so nobody gets in when PIM fails. A grant with access break-glass to a group outside PIM would change that.
</#if>

<#list access as entry>
<#assign cluster = entry.cluster() at = "--subscription " + shell(cluster.subscription()) + " --resource-group " + shell(cluster.resourceGroup()) + " --name " + shell(cluster.name())>
## ${md(cluster.name())}

<#if entry.able()?has_content>
Can be done by:

<#list entry.able() as holder>
- ${md(holder.text())}
</#list>
<#elseif entry.holders()?has_content>
**Nobody can do this yet.** Whoever would be let in has no right to fetch a kubeconfig.
<#else>
**Nobody can do this yet.** The design gives nobody the right.
</#if>

<#if entry.activations()?has_content>
The commands activate nothing. Activate these first (Azure portal, Privileged Identity Management, My roles), each for as long as the work may take:

<#list entry.activations() as right>
- ${md(right)}
</#list>

</#if>
<#if entry.withoutKubeconfig()?has_content>
Cluster-admin, but without a right to fetch a kubeconfig, so that the command for it fails. Grant Azure Kubernetes Service Cluster User Role on the cluster, or keep a kubeconfig with the sealed credentials:

<#list entry.withoutKubeconfig() as holder>
- ${md(holder.text())}
</#list>

</#if>
<#if entry.localAccounts()?has_content>
Nothing turns local accounts off here. While they are on, these get in as cluster-admin with `az aks get-credentials --admin`, without sign-in to the cluster:

<#list entry.localAccounts() as holder>
- ${md(holder)}
</#list>

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
