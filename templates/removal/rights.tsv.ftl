# What this bundle gives in Azure. Columns: kind, stage, name, scope, principal, role, in words, consideration, key.
<#list rights as line>
${line}
</#list>
# rights: ${rights?size?c}
