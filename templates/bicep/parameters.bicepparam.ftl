// ${comment(about)}
using ${bicepString(template)}
<#list parameters as parameter>

param ${parameter.name} = ${parameter.value}
</#list>
