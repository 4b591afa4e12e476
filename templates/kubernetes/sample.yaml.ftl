<#import "lib.ftl" as lib>
# A sample, which nothing applies: where the workload runs already, compare and take over what its Deployment lacks (the service account
# and the labels of its pods); otherwise replace image, command, probes, replicas and resources, and apply it as your own.
# from: ${sample.meta.considerations?join(", ")}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${yaml(sample.meta.name)}
  namespace: ${yaml(sample.meta.namespace)}
  labels:
    app.kubernetes.io/name: ${yaml(sample.name)}
spec:
  replicas: 1
  selector:
    matchLabels:
      app.kubernetes.io/name: ${yaml(sample.name)}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${yaml(sample.name)}
<#if sample.identity>
        # from: workload-identity
        azure.workload.identity/use: "true"
</#if>
<#if sample.usesBinding>
      annotations:
        azure.workload.identity/use-identity-binding: "true"
</#if>
    spec:
      serviceAccountName: ${yaml(sample.serviceAccount)}
<#if !sample.bound>
      automountServiceAccountToken: false
</#if>
<#if sample.placement.selector()?has_content>
      # the pool that the team has for itself: the selector keeps its pods in, the taint keeps others out
      nodeSelector:
<@lib.map sample.placement.selector() "        "/>
</#if>
<#if sample.placement.tolerations()?has_content>
      tolerations:
<#list sample.placement.tolerations() as toleration>
        - {key: ${yaml(toleration.key())}, <#if toleration.value()?has_content>operator: Equal, value: ${yaml(toleration.value())}<#else>operator: Exists</#if>, effect: ${toleration.effect()}}
</#list>
</#if>
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        # Azure Policy asks for both groups in words, at the level restricted
        fsGroup: 10001
        supplementalGroups: [10001]
        seccompProfile: {type: RuntimeDefault}
      containers:
        - name: ${yaml(sample.name)}
          image: mcr.microsoft.com/azurelinux/base/core:3.0
          imagePullPolicy: Always
          command: [sleep, infinity]
          readinessProbe: {exec: {command: ["true"]}}
          livenessProbe: {exec: {command: ["true"]}}
          resources:
            requests: <@lib.pairs sample.requests/>
            limits: <@lib.pairs sample.limits/>
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: {drop: [ALL]}
<#if sample.mounts?has_content>
          volumeMounts:
<#list sample.mounts as mount>
            - {name: ${yaml(mount.vault)}, mountPath: ${yaml("/mnt/secrets/" + mount.vault)}, readOnly: true}
</#list>
      volumes:
<#list sample.mounts as mount>
        - name: ${yaml(mount.vault)}
          csi:
            driver: secrets-store.csi.k8s.io
            readOnly: true
            volumeAttributes: {secretProviderClass: ${yaml(mount.secretProviderClass)}}
</#list>
</#if>
