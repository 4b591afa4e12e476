<#import "lib.ftl" as lib>
# What the namespace may use, and what a container gets that names no size.
<#list objects as object>
<#if object.hard?has_content>
<@lib.header object.meta "v1" "ResourceQuota"/>
<#if object.setByTeams>
    aks-iam/requests: set-by-teams
</#if>
spec:
  hard:
<@lib.map object.hard "    "/>
</#if>
<#if object.requests?has_content || object.limits?has_content>
<@lib.header object.meta "v1" "LimitRange"/>
spec:
  limits:
    - type: Container
<#if object.requests?has_content>
      defaultRequest: <@lib.pairs object.requests/>
</#if>
<#if object.limits?has_content>
      default: <@lib.pairs object.limits/>
</#if>
</#if>
</#list>
