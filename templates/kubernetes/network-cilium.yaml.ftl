<#import "lib.ftl" as lib>
# DNS names, which NetworkPolicy cannot say: for Cilium with Advanced Container Networking Services only.
<#list objects as object>
<@lib.header object.meta "cilium.io/v2" "CiliumNetworkPolicy"/>
spec:
<@lib.selector object.pods "  " "endpointSelector"/>
  egress:
    # Cilium learns the addresses of a name from the answers of the cluster's DNS.
    - toEndpoints:
        - matchLabels:
            k8s:io.kubernetes.pod.namespace: kube-system
            k8s:k8s-app: kube-dns
      toPorts:
        - ports:
            - port: "53"
              protocol: ANY
          rules:
            dns:
              - matchPattern: "*"
    - toFQDNs:
        - ${object.pattern?then("matchPattern", "matchName")}: ${yaml(object.dnsName)}
<#if object.ports?has_content>
      toPorts:
        - ports:
<#list object.ports as port>
            - port: "${port.number}"
              protocol: ${port.protocol}
</#list>
</#if>
</#list>
