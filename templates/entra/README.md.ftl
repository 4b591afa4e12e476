<#macro tasks list>
<#list list as task>
- [ ] ${md(task.title())}<#if task.owner()?has_content> (${md(task.owner())})</#if><#if task.detail()?has_content>: ${md(task.detail())}</#if>
</#list>
</#macro>
# Entra

What people do in Entra, and in databases, because no template of this bundle can. Work through it before stage 4; what is missing here leaves rights out, it never gives too many.

<#assign keep = groups?filter(task -> !missing?filter(entry -> task.title()?ends_with(" " + entry.principal().name()))?has_content)>
<#if missing?has_content>
## Principals without object id

Create or find them, then enter their object ids in the design (not the client ids) and generate again. Until then their grants are left out of Bicep and YAML.

<#list missing as entry>
- [ ] ${md(entry.principal().name())}, <#if entry.principal().kind()?has_content>${md(entry.principal().kind())}<#else>of unknown kind</#if><#if entry.principal().owner()?has_content>, owner ${md(entry.principal().owner())}</#if><#if entry.principal().members()?has_content>; members that matter: <#list entry.principal().members() as member>${md(member)}<#sep>, </#sep></#list></#if>
<#list entry.grants() as grant>
  - waits: ${md(grant.role())} at ${md(grant.scope())}
</#list>
</#list>

</#if>
<#if keep?has_content>
## Emergency access

<@tasks keep/>

</#if>
<#if principals?has_content>
## Principals of the design

Check that each object id is the one of this name: Azure and Kubernetes compare ids, never names.

| Name | Kind | Object id | Owner | Members that matter |
| --- | --- | --- | --- | --- |
<#list principals as principal>
| ${md(principal.name())} | <#if principal.kind()?has_content>${md(principal.kind())}<#else>-</#if> | ${md(principal.objectId().text())} | <#if principal.owner()?has_content>${md(principal.owner())}<#else>-</#if> | <#list principal.members() as member>${md(member)}<#sep>, </#sep><#else>-</#list> |
</#list>

</#if>
<#if conditional?has_content>
## Conditional Access

<@tasks conditional/>

</#if>
<#if graph?has_content>
## Permissions of Microsoft Graph

Application permissions hold for the whole tenant. Whoever grants them needs the right to consent to application permissions of Microsoft Graph. `graph-permissions.sh` shows what is missing, `graph-permissions.sh --apply` grants it; run it after stage 1.

<@tasks graph/>

</#if>
<#if databases?has_content>
## Database users

Azure Resource Manager knows no database users. Run each script in its database, signed in as an Entra administrator of the server; it can be run twice. The identities must exist (stage 1): each script says at its top how `sqlcmd` is told their object ids and client ids, because a display name may belong to two principals.

<#list databases as database>
- [ ] `${database.file()}`: ${md(database.detail())}
</#list>

</#if>
<#if logs?has_content>
## Sign-in logs

<@tasks logs/>

</#if>
<#if reviews?has_content>
## Access reviews

<@tasks reviews/>

</#if>
## Afterwards

- [ ] Groups that hold rights have more than one owner, and none of them can add themselves to a stronger group
- [ ] Nobody is in two groups whose rights were meant to be apart
