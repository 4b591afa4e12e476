<#import "lib.ftl" as lib>
# Roles of the platform, the same in every cluster. They give nothing until they are bound.
<#list objects as object>
<@lib.header object.meta "rbac.authorization.k8s.io/v1" "ClusterRole"/>
<#if object.rules?has_content>
rules:
<#list object.rules as rule>
<#if rule.paths?has_content>
  - nonResourceURLs:
<@lib.sequence rule.paths "      "/>
<#else>
  - apiGroups:
<@lib.sequence rule.apiGroups "      "/>
    resources:
<@lib.sequence rule.resources "      "/>
<#if rule.resourceNames?has_content>
    resourceNames:
<@lib.sequence rule.resourceNames "      "/>
</#if>
</#if>
    verbs:
<@lib.sequence rule.verbs "      "/>
</#list>
<#else>
rules: []
</#if>
</#list>
