{
<#list sections as section>
  ${json(section.key())}: {}<#sep>,</#sep>
</#list>
}
