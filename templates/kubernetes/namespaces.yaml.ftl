<#import "lib.ftl" as lib>
# Namespaces that these manifests make, with the Pod Security level that the API server enforces in them, where one is decided.
<#list objects as object>
<@lib.header object.meta "v1" "Namespace">
<#if object.settled>
    # from: ${object.levelFrom}
    pod-security.kubernetes.io/enforce: ${object.level}
    pod-security.kubernetes.io/enforce-version: latest
    pod-security.kubernetes.io/audit: ${object.level}
    pod-security.kubernetes.io/audit-version: latest
    pod-security.kubernetes.io/warn: ${object.level}
    pod-security.kubernetes.io/warn-version: latest
</#if>
</@lib.header>
</#list>
