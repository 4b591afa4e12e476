{
  "about": "gives: what this bundle gives in Azure. removals: what earlier bundles in this folder gave beyond that, kept when it is generated again. remove.sh asks what is still there.",
  "design": ${json(design.text())},
  "records": {<#list records as consideration, number>${json(consideration)}: ${number}<#sep>, </#sep></#list>},
  "gives": [
<#list entries as entry>
${entry}<#sep>,</#sep>
</#list>
  ],
  "removals": []
}
