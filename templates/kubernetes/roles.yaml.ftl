<#import "lib.ftl" as lib>
# Roles of the platform, the same in every cluster. They give nothing until they are bound.
<#list objects as object>
<@lib.header object.meta "rbac.authorization.k8s.io/v1" "ClusterRole"/>
<#if object.rules?has_content>
rules:
<#list object.rules as rule>
<#if rule.paths?has_content>
  - nonResourceURLs: <@lib.words rule.paths/>
<#else>
  - apiGroups: <@lib.words rule.apiGroups/>
    resources: <@lib.words rule.resources/>
<#if rule.resourceNames?has_content>
    resourceNames: <@lib.words rule.resourceNames/>
</#if>
</#if>
    verbs: <@lib.words rule.verbs/>
</#list>
<#else>
rules: []
</#if>
</#list>
