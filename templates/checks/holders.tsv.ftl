# principal	scope	role	in words	consideration
# cluster: ${cluster}
<#list lines as line>
${line}
</#list>
