package aksiam.rules;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what machines and people choose as a secret from names, words, placeholders and addresses. */
final class SecretValue {
    private static final Pattern GUID = Pattern.compile("\\{?\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\}?");
    private static final Pattern PLACEHOLDER = Pattern.compile(
        "(?i)[<\\[({].*|\\$[({A-Z_].*|\\{\\{.*|%[({A-Z].*|#\\{.*|@Microsoft\\.KeyVault.*|(my|your|the|some|insert|enter)[-_ ].*"
            + "|[-_ ]*(re-?dacted|hidden|masked|removed|secret|password|passwd|token|key|change-?me|example|placeholder|dummy|sample|todo|tbd|none|null|nil|empty|"
            + "true|false|yes|no|pending|unknown|required|optional|enabled|disabled|managed|rotated|expired|missing|unset|default|keyvault|key-?vault|n/?a)[-_ .0-9]*");
    private static final Pattern ADDRESS = Pattern
        .compile("(?i)[a-z][a-z0-9+.-]{1,15}://.*|(?-i:(\\.{0,2}/[a-z0-9._-]{2,40}){2,}/?)|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");
    /** Words and numbers, parted by hyphens and the like: kv-payments-weu-001. */
    private static final Pattern NAME = Pattern.compile(
        "(?:[a-z]{2,}[0-9]{0,3}|[A-Z]{2,}|[A-Z][a-z]+|[0-9]{1,8}|[a-zA-Z])(?:[-_./: ](?:[a-z]{2,}[0-9]{0,3}|[A-Z]{2,}|[A-Z][a-z]+|[0-9]{1,8}|[a-zA-Z]))*");
    private static final Pattern DIGEST = Pattern.compile("(?i)(sha-?(1|256|384|512)|md5)[:\\-= ].*");

    /** Letters alone were drawn when so many change between small ones and capitals. */
    private static final double WITHOUT_DIGITS = 0.2;
    /** Longer ones are no names. */
    private static final int LONGEST = 512;

    private SecretValue() {
    }

    /** Whether it says only that something belongs here, or names something that may be known. */
    static boolean isHarmless(String value) {
        return isPlaceholder(value) || isAny(value, GUID, ADDRESS, NAME, DIGEST) || !hasDigit(value) && value.endsWith("!");
    }

    /** Whether it is a sentence joined by hyphens, or only says that something belongs here: glpat-tokens-are-rotated. */
    static boolean isWords(String value) {
        return isPlaceholder(value) || isAny(value, NAME) && value.matches(".*[-_./: ].*");
    }

    static boolean isAddressOrWords(String value) {
        return isWords(value) || isAny(value, GUID, ADDRESS, DIGEST);
    }

    /** Whether it only says that something belongs here. */
    static boolean isPlaceholder(String value) {
        return value.isBlank() || value.chars().allMatch(c -> "xX*.-_0#?•".indexOf(c) >= 0) || value.contains("...") || value.contains("…")
            || value.contains("***")
            || isAny(value, PLACEHOLDER);
    }

    /** Whether a machine drew it: long, letters and digits. Between two words of a name letters and digits change seldom. */
    static boolean isRandom(String value, int atLeast, double changes) {
        double found = changes(value);
        return value.length() >= atLeast && hasLetter(value) && (hasDigit(value) || found >= WITHOUT_DIGITS) && !isHarmless(value)
            && found >= (value.length() < 40 ? changes : changes / 2);
    }

    /** Whether a person may have chosen it as a password: letters with digits or signs. */
    static boolean isPassword(String value) {
        return value.length() >= 6 && hasLetter(value) && (hasDigit(value) || hasSign(value)) && !isHarmless(value);
    }

    /** Whether it keeps to the rules for strong passwords, so that it is none of the words of a sentence. */
    static boolean isStrongPassword(String value) {
        return value.length() >= 8 && hasLetter(value) && hasDigit(value) && hasSign(value) && !isHarmless(value);
    }

    /** How often small letters, capitals and digits follow each other; a capital before a small letter begins a word. */
    private static double changes(String value) {
        int counted = 0;
        int changes = 0;
        char before = ' ';
        for (char c : value.toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                counted++;
                if (Character.isLetterOrDigit(before)
                    && (Character.isDigit(before) != Character.isDigit(c) || Character.isLowerCase(before) && Character.isUpperCase(c))) {
                    changes++;
                }
            }
            before = c;
        }
        return counted == 0 ? 0 : (double) changes / counted;
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(Character::isDigit);
    }

    private static boolean hasLetter(String value) {
        return value.chars().anyMatch(Character::isLetter);
    }

    private static boolean hasSign(String value) {
        return value.chars().anyMatch(c -> "!@#$%^&*?+~=§€£".indexOf(c) >= 0);
    }

    private static boolean isAny(String value, Pattern... patterns) {
        return value.length() <= LONGEST && Stream.of(patterns).anyMatch(pattern -> pattern.matcher(value).matches());
    }
}
