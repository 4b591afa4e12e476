<#import "lib.ftl" as lib>
<#macro ports rule>
<#if rule.ports?has_content>
      toPorts:
        - ports:
<#list rule.ports as port>
            - {port: "${port.number}", protocol: ${port.protocol}}
</#list>
</#if>
</#macro>
<#macro traffic rules direction side>
<#if rules?has_content>
  ${direction}:
</#if>
<#list rules as rule>
<#if rule.isNames()>
    # Cilium learns the addresses of a name from the answers of the cluster's DNS.
    - toEndpoints:
        - matchLabels:
            k8s:io.kubernetes.pod.namespace: kube-system
            k8s:k8s-app: kube-dns
      toPorts:
        - ports:
            - {port: "53", protocol: ANY}
          rules:
            dns:
              - matchPattern: "*"
    - ${side}FQDNs:
<#list rule.values as name>
        - ${name?starts_with("*")?then("matchPattern", "matchName")}: ${yaml(name)}
</#list>
<#else>
    - ${side}${rule.isEntities()?then("Entities", "CIDR")}: <@lib.words rule.values/>
</#if>
<@ports rule/>
</#list>
</#macro>
# What NetworkPolicy cannot say: the node, where LocalDNS answers, and DNS names, which need Advanced Container Networking Services.
<#list objects as object>
<@lib.header object.meta "cilium.io/v2" "CiliumNetworkPolicy"/>
spec:
<@lib.selector object.pods "  " "endpointSelector"/>
<#if object.adds>
  enableDefaultDeny:
    egress: false
</#if>
<@traffic object.in "ingress" "from"/>
<@traffic object.out "egress" "to"/>
</#list>
