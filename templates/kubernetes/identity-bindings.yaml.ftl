<#import "lib.ftl" as lib>
# Preview of AKS: which service accounts may use a managed identity that is bound to this cluster. The resource is its client id.
<#list objects as object>
<@lib.header object.meta "rbac.authorization.k8s.io/v1" "ClusterRole"/>
rules:
  - apiGroups: [cid.wi.aks.azure.com]
    resources:
      # client id of ${comment(object.identity)}, from azure-outputs.env
      - "00000000-0000-0000-0000-000000000000"
    verbs: [use-managed-identity]
<#if object.accounts?has_content>
<@lib.header object.meta "rbac.authorization.k8s.io/v1" "ClusterRoleBinding"/>
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${yaml(object.meta.name)}
subjects:
<@lib.subjects object.accounts/>
</#if>
</#list>
