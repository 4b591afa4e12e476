{
  "settings": [
<#list settings as setting>
    {
<#if setting.isGroup()>
      "group": ${json(setting.target())},
      "groupId": ${json(setting.groupId())},
      "membership": "member",
<#else>
      "role": ${json(setting.target())},
      "roleDefinition": ${json(setting.roleDefinitionId())},
      "scope": ${json(setting.scope())},
</#if>
      "decided": ${setting.decided()?c},
      "rules": [
<#if setting.decided()>
<#if setting.activation().hours() != 0>
        {"id": "Expiration_EndUser_Assignment", "isExpirationRequired": true, "maximumDuration": ${json("PT" + setting.activation().hours() + "H")}},
</#if>
<#if setting.checksDecided()>
        {"id": "Enablement_EndUser_Assignment", "enabledRules": [<#list setting.enabledRules() as rule>${json(rule)}<#sep>, </#sep></#list>]},
</#if>
<#if setting.approvalDecided()>
        {"id": "Approval_EndUser_Assignment", "isApprovalRequired": ${setting.needsApproval()?c}, "approvers": [<#list setting.approvers() as approver>{"name": ${json(approver.name())}, "id": ${json(approver.id())}, "type": ${json(approver.type())}}<#sep>, </#sep></#list>]},
</#if>
<#if setting.activation().eligibleDays() == 0>
        {"id": "Expiration_Admin_Eligibility", "isExpirationRequired": false}
<#else>
        {"id": "Expiration_Admin_Eligibility", "isExpirationRequired": true, "maximumDuration": ${json("P" + setting.activation().eligibleDays() + "D")}}
</#if>
</#if>
      ]
    }<#sep>,</#sep>
</#list>
  ]
}
