<#list objects as value>
${value.key}=00000000-0000-0000-0000-000000000000
</#list>
