apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
<#if namespace?has_content>
namespace: ${yaml(namespace)}
</#if>
<#if resources?has_content>
resources:
<#list resources as resource>
  - ${yaml(resource)}
</#list>
<#else>
# Nothing is decided yet that this would hold.
resources: []
</#if>
<#if design?has_content>
labels:
  # Every object carries them. By the first one remove.sh finds what this design made.
  - pairs:
      aks-iam/design: ${yaml(design)}
      app.kubernetes.io/managed-by: aks-iam
</#if>
<#if hasValues>
configMapGenerator:
  # What only the Azure deployment knows; deploy.sh fills it. It is no object of the cluster.
  - name: azure-outputs
    envs:
      - azure-outputs.env
    options:
      disableNameSuffixHash: true
      annotations:
        config.kubernetes.io/local-config: "true"
</#if>
<#if replacements?has_content>
replacements:
<#list replacements as replacement>
  - source:
      kind: ConfigMap
      name: azure-outputs
      fieldPath: data.${replacement.key}
    targets:
<#list replacement.targets as target>
      - select: {kind: ${target.kind}, name: ${yaml(target.name)}<#if target.namespace?has_content>, namespace: ${yaml(target.namespace)}</#if>}
        fieldPaths: [${yaml(target.field)}]
</#list>
</#list>
</#if>
