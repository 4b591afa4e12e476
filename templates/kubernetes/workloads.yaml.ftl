<#import "lib.ftl" as lib>
# Samples: the team replaces image, command and sizes, and keeps what stands around them.
<#list objects as object>
<@lib.header object.meta "apps/v1" "Deployment">
    app.kubernetes.io/name: ${yaml(object.name)}
</@lib.header>
    aks-iam/sample: "the team replaces image, command, replicas and resources by those of the workload, and adds probes"
spec:
  replicas: 1
  selector:
    matchLabels:
      app.kubernetes.io/name: ${yaml(object.name)}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${yaml(object.name)}
<#if object.identity>
        # from: workload-identity
        azure.workload.identity/use: "true"
</#if>
<#if object.usesBinding>
      annotations:
        azure.workload.identity/use-identity-binding: "true"
</#if>
    spec:
      serviceAccountName: ${yaml(object.serviceAccount)}
<#if !object.bound>
      automountServiceAccountToken: false
</#if>
<#if object.placement.selector()?has_content>
      # the pool that the team has for itself: the selector keeps its pods in, the taint keeps others out
      nodeSelector:
<@lib.map object.placement.selector() "        "/>
</#if>
<#if object.placement.tolerations()?has_content>
      tolerations:
<#list object.placement.tolerations() as toleration>
        - key: ${yaml(toleration.key())}
<#if toleration.value()?has_content>
          operator: Equal
          value: ${yaml(toleration.value())}
<#else>
          operator: Exists
</#if>
          effect: ${toleration.effect()}
</#list>
</#if>
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: ${yaml(object.name)}
          image: mcr.microsoft.com/azurelinux/base/core:3.0
          imagePullPolicy: Always
          command:
            - sleep
            - infinity
          resources:
            requests:
<@lib.map object.requests "              "/>
<#if object.limits?has_content>
            limits:
<@lib.map object.limits "              "/>
</#if>
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop:
                - ALL
<#if object.mounts?has_content>
          volumeMounts:
<#list object.mounts as mount>
            - name: ${yaml(mount.vault)}
              mountPath: ${yaml("/mnt/secrets/" + mount.vault)}
              readOnly: true
</#list>
      volumes:
<#list object.mounts as mount>
        - name: ${yaml(mount.vault)}
          csi:
            driver: secrets-store.csi.k8s.io
            readOnly: true
            volumeAttributes:
              secretProviderClass: ${yaml(mount.meta.name)}
</#list>
</#if>
<#list object.mounts as mount>
<@lib.header mount.meta "secrets-store.csi.x-k8s.io/v1" "SecretProviderClass"/>
spec:
  provider: azure
  parameters:
    usePodIdentity: "false"
    # from azure-outputs.env
    clientID: "00000000-0000-0000-0000-000000000000"
    keyvaultName: ${yaml(mount.vault)}
<#if mount.tenant?has_content>
    tenantId: ${json(mount.tenant)}
</#if>
    objects: |
      array:
<#list mount.objects as object>
        - |
          ${object}
</#list>
</#list>
</#list>
