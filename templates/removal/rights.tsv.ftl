# What this bundle gives in Azure. Columns: kind, stage, name, scope, principal, role, in words, consideration.
<#list rights as line>
${line}
</#list>
