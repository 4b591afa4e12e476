# ${columns?join("	")}
<#list lines as line>
${line}
</#list>
