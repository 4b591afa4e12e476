<#import "lib.ftl" as lib>
# Who holds which role. Groups, pipelines and identities stand by their object id in Entra.
<#list objects as object>
<@lib.header object.meta "rbac.authorization.k8s.io/v1" object.meta.namespace?has_content?then("RoleBinding", "ClusterRoleBinding")/>
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${yaml(object.role)}
subjects:
<@lib.subjects object.subjects/>
</#list>
