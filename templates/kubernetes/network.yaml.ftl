<#import "lib.ftl" as lib>
<#macro traffic rules direction side>
<#if rules?has_content>
  ${direction}:
</#if>
<#list rules as rule>
    - ${side}:
<#list rule.ends as end>
<#if end.address>
        - ipBlock:
            cidr: ${yaml(end.range)}
<#if end.except?has_content>
<#if end.sparesMetadata()>
            # 169.254.169.254 is the instance metadata of the node
</#if>
            except: <@lib.words end.except/>
</#if>
<#else>
<#if end.namespaces?has_content>
        - namespaceSelector:
            matchExpressions:
              - {key: kubernetes.io/metadata.name, operator: In, values: <@lib.words end.namespaces/>}
<#else>
        - namespaceSelector: {}
</#if>
<#if end.labels?has_content>
          podSelector:
            matchLabels:
<@lib.map end.labels "              "/>
</#if>
</#if>
</#list>
<#if rule.ports?has_content>
      ports:
<#list rule.ports as port>
        - {protocol: ${port.protocol}<#if port.number?has_content>, port: ${port.number}</#if>}
</#list>
</#if>
</#list>
</#macro>
# What pods of the namespace may talk to. Policies add up: what none of them lets through stays closed.
<#list objects as object>
<@lib.header object.meta "networking.k8s.io/v1" "NetworkPolicy"/>
spec:
<@lib.selector object.pods "  " "podSelector"/>
  policyTypes: [<#if object.ingress>Ingress<#if object.egress>, </#if></#if><#if object.egress>Egress</#if>]
<@traffic object.in "ingress" "from"/>
<@traffic object.out "egress" "to"/>
</#list>
