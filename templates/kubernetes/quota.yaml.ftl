<#import "lib.ftl" as lib>
# What the namespace may use, and what a container gets that names no size.
<#list objects as object>
<#if object.hard?has_content>
<@lib.header object.meta "v1" "ResourceQuota"/>
spec:
  hard:
<@lib.map object.hard "    "/>
</#if>
<@lib.header object.meta "v1" "LimitRange"/>
spec:
  limits:
    - type: Container
<#if object.requests?has_content>
      defaultRequest:
<@lib.map object.requests "        "/>
</#if>
<#if object.limits?has_content>
      default:
<@lib.map object.limits "        "/>
</#if>
</#list>
