{
  "about": "What earlier bundles gave and this design does not. It is kept when the bundle is generated again; remove.sh asks what is still there.",
  "design": ${json(design.text())},
  "records": {<#list records as consideration, number>${json(consideration)}: ${number}<#sep>, </#sep></#list>},
  "removals": []
}
