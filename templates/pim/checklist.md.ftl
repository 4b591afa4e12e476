# Just-in-time access

What is to be done by hand. The data beside this list is `eligible.json` (who may activate what) and `settings.json` (how), each with the names that PIM uses for its rules.

<#if settings?has_content>
## Activation rules

PIM keeps its rules for each role at each scope, and for each group; they are not inherited. `pim/apply.sh` sets those of roles before it requests anything, and needs Owner or User Access Administrator at the scope; `entra/pim-groups.sh` sets those of groups, for an owner of the group or a Privileged Role Administrator. What is not decided is left as it is.

<#list settings as setting>
- [ ] <#if setting.isGroup()>Membership of group ${md(setting.target())}<#else>Role ${md(setting.target())} at ${md(setting.scope())}</#if>
<#if setting.decided()>
  - longest activation: <#if setting.activation().hours() == 0>not decided, leave as it is<#else>${setting.activation().hours()} h</#if>
  - on activation: <#if !setting.checksDecided()>not decided, leave as it is<#else><#list setting.enabledRules() as rule>${md(rule)}<#sep>, </#sep><#else>nothing beyond sign-in</#list></#if>
  - approval: <#if !setting.approvalDecided()>not decided, leave as it is<#elseif setting.needsApproval()>yes, by <#list setting.approvers() as approver>${md(approver.name())}<#sep>, </#sep><#else>approvers who are not known yet: not set</#list><#else>no</#if>
  - eligible for: <#if !setting.daysDecided()>not decided, leave as it is<#elseif setting.days() == 0>without an end<#else>${setting.days()} days</#if>
<#else>
  - not decided: the rules stay as they are
</#if>
</#list>

</#if>
<#if requests?has_content>
## PIM for Azure roles

- [ ] `pim/apply.sh` shows what is missing; `pim/apply.sh --apply` sets the rules and requests it. Eligible rights end: run it at least once a month, it extends what ends within 30 days.
<#list requests as request>
  - ${md(request.role())} for ${md(request.principal())} at ${md(request.scope())}
</#list>

</#if>
<#if memberships?has_content>
## PIM for Groups

Neither templates nor Azure Resource Manager can do this. A group that is brought under PIM must not be dynamic and not be synchronised from on-premises. Bindings and role assignments of the group stand in the bundle already: whoever activates the membership has them.

<#list memberships as group>
- [ ] Bring group ${md(group.name())} under PIM<#if group.owner()?has_content> (${md(group.owner())})</#if> and make its members eligible<#if group.eligibleDays() != 0> for ${group.eligibleDays()} days</#if> instead of permanent
<#list group.eligible() as right>
  - with the membership they activate ${md(right)}
</#list>
<#list group.standing() as right>
  - said to be standing, held only while the membership is active: ${md(right)}
</#list>
</#list>

Kubernetes learns of an activation when the person signs in anew: clear cached tokens with `kubelogin remove-tokens`.

</#if>
<#if left?has_content>
## Left out

Not requested:

<#list left as entry>
- ${md(entry.grant().role())} for ${md(entry.grant().subject().label())} at ${md(entry.grant().scope())}: ${md(entry.reason())}
</#list>

</#if>
<#if tasks?has_content>
## Further tasks

<#list tasks as task>
- [ ] ${md(task.title())}<#if task.owner()?has_content> (${md(task.owner())})</#if><#if task.detail()?has_content>: ${md(task.detail())}</#if>
</#list>

</#if>
## When everything is done

- [ ] Somebody eligible activates a right, and loses it after the time above
- [ ] Nobody holds the same right standing
