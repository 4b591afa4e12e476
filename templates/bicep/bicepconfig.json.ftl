{
  "analyzers": {
    "core": {
      "enabled": true,
      "verbose": false,
      "rules": {
        "adminusername-should-not-be-literal": {
          "level": "warning"
        },
        "artifacts-parameters": {
          "level": "warning"
        },
        "decompiler-cleanup": {
          "level": "warning"
        },
        "explicit-values-for-loc-params": {
          "level": "warning"
        },
        "max-asserts": {
          "level": "warning"
        },
        "max-outputs": {
          "level": "warning"
        },
        "max-params": {
          "level": "warning"
        },
        "max-resources": {
          "level": "warning"
        },
        "max-variables": {
          "level": "warning"
        },
        "no-conflicting-metadata": {
          "level": "warning"
        },
        "no-deployments-resources": {
          "level": "warning"
        },
        "no-explicit-any": {
          "level": "warning"
        },
        "no-hardcoded-env-urls": {
          "level": "warning"
        },
        "no-hardcoded-location": {
          "level": "warning"
        },
        "no-hardcoded-outputs": {
          "level": "warning"
        },
        "no-loc-expr-outside-params": {
          "level": "warning"
        },
        "no-module-name": {
          "level": "warning"
        },
        "nested-deployment-template-scoping": {
          "level": "warning"
        },
        "no-unnecessary-dependson": {
          "level": "warning"
        },
        "no-unused-existing-resources": {
          "level": "warning"
        },
        "no-unused-params": {
          "level": "warning"
        },
        "no-unused-imports": {
          "level": "warning"
        },
        "no-unused-types": {
          "level": "warning"
        },
        "no-unused-vars": {
          "level": "warning"
        },
        "outputs-should-not-contain-secrets": {
          "level": "warning"
        },
        "prefer-interpolation": {
          "level": "warning"
        },
        "prefer-unquoted-property-names": {
          "level": "warning"
        },
        "protect-commandtoexecute-secrets": {
          "level": "warning"
        },
        "secure-params-in-nested-deploy": {
          "level": "warning"
        },
        "secure-params-in-parameters-file": {
          "level": "warning"
        },
        "secure-secrets-in-params": {
          "level": "warning"
        },
        "secure-parameter-default": {
          "level": "warning"
        },
        "simplify-interpolation": {
          "level": "warning"
        },
        "simplify-json-null": {
          "level": "warning"
        },
        "stacks-extensibility-compat": {
          "level": "warning"
        },
        "use-description-outputs": {
          "level": "warning"
        },
        "use-description-params": {
          "level": "warning"
        },
        "use-description-type-properties": {
          "level": "warning"
        },
        "use-description-types": {
          "level": "warning"
        },
        "use-description-vars": {
          "level": "warning"
        },
        "use-parent-property": {
          "level": "warning"
        },
        "use-safe-access": {
          "level": "warning"
        },
        "use-recent-api-versions": {
          "level": "warning"
        },
        "use-recent-module-versions": {
          "level": "warning"
        },
        "use-resource-id-functions": {
          "level": "warning"
        },
        "use-resource-symbol-reference": {
          "level": "warning"
        },
        "use-recognized-resource-type": {
          "level": "warning"
        },
        "use-secure-value-for-secure-inputs": {
          "level": "warning"
        },
        "use-stable-resource-identifiers": {
          "level": "warning"
        },
        "use-stable-vm-image": {
          "level": "warning"
        },
        "use-user-defined-types": {
          "level": "warning"
        },
        "what-if-short-circuiting": {
          "level": "warning"
        },
        "use-recent-az-powershell-version": {
          "level": "warning"
        }
      }
    }
  },
  "formatting": {
    "indentKind": "Space",
    "indentSize": 2,
    "newlineKind": "LF",
    "insertFinalNewline": true,
    "width": 120
  }
}
