<#noparse>
# caller: the object id of who is signed in. az account show gives a managed identity one of two fixed names (azure-cli,
# azure/cli/core/_profile.py, read 2026-11-29), and such an identity may seldom read the directory; so its id is read in the token by
# which it calls Azure (claim oid, learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
caller() {
  local kind name
  kind=$(az account show --query user.type --output tsv) || return 1
  if [ "$kind" = user ]; then
    az ad signed-in-user show --query id --output tsv
    return
  fi
  name=$(az account show --query user.name --output tsv) || return 1
  case $name in
    systemAssignedIdentity | userAssignedIdentity) token_owner ;;
    *) az ad sp show --id "$name" --query id --output tsv ;;
  esac
}

# token_owner: the claim oid of the token that az uses, which is never printed
token_owner() {
  az account get-access-token --query accessToken --output tsv | awk -F . '
    BEGIN { digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" }
    {
      for (i = 1; i <= length($2); i++) {
        bits = bits * 64 + index(digits, substr($2, i, 1)) - 1
        count += 6
        if (count < 8) continue
        count -= 8
        text = text sprintf("%c", int(bits / 2 ^ count))
        bits %= 2 ^ count
      }
    }
    END {
      if (!match(text, /"oid" *: *"[0-9a-fA-F-]+"/)) exit 1
      text = substr(text, RSTART, RLENGTH - 1)
      sub(/.*"/, "", text)
      print text
    }'
}
</#noparse>
