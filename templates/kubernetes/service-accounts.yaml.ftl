<#import "lib.ftl" as lib>
# Service accounts; the client id of an identity comes from azure-outputs.env.
<#list objects as object>
<@lib.header object.meta "v1" "ServiceAccount"/>
<#if object.identity>
    azure.workload.identity/client-id: "00000000-0000-0000-0000-000000000000"
</#if>
<#if !object.bound>
automountServiceAccountToken: false
</#if>
</#list>
