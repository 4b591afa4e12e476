<#import "lib.ftl" as lib>
# What workloads mount from vaults; the client id of their identity comes from azure-outputs.env.
<#list objects as object>
<@lib.header object.meta "secrets-store.csi.x-k8s.io/v1" "SecretProviderClass"/>
spec:
  provider: azure
  parameters:
    usePodIdentity: "false"
    clientID: "00000000-0000-0000-0000-000000000000"
    keyvaultName: ${yaml(object.vault)}
<#if object.tenant?has_content>
    tenantId: ${json(object.tenant)}
</#if>
    objects: |
      array:
<#list object.objects as entry>
        - |
          ${entry}
</#list>
</#list>
