import { looksRandom } from '../secretValues';
import { Detector, detectPattern } from './Detector';

// no letter, digit or underscore may touch a token: "disk-…" is not "sk-…"
const L = '(?<![A-Za-z0-9_])';
const R = '(?![A-Za-z0-9_])';

function format(kind: string, markers: string, pattern: string, accept?: (token: string) => boolean): Detector {
  return detectPattern(kind, markers.split(' ').join('|'), new RegExp(L + pattern + R, 'g'), accept);
}

/** Tokens that are known by their form alone; sources: the vendors' documentation of their prefixes. */
const formats: Detector[] = [
  // a signed token, of which the signature may be cut off, or an encrypted one
  format('jwt', 'eyJ', 'eyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]*){0,3}'),
  format('aws-key', 'AKIA ASIA ABIA ACCA', 'A(?:KI|SI|BI|CC)A[A-Z0-9]{16,20}'),
  format('google-key', 'AIza', 'AIza[\\w-]{30,40}'),
  format('google-token', 'ya29.', 'ya29\\.[\\w.-]{20,}'),
  format('google-token', '1//0', '1//0[\\w-]{25,}'),
  format('google-secret', 'GOCSPX-', 'GOCSPX-[\\w-]{20,}'),
  format('azure-secret', 'Q~', '[A-Za-z0-9~_.-]{3}\\dQ~[A-Za-z0-9~_.-]{31,34}'),
  format('digitalocean-token', 'dop_v1_ doo_v1_ dor_v1_ dot_v1_', 'do[oprt]_v1_[a-f0-9]{32,}'),
  format('alibaba-key', 'LTAI', 'LTAI[A-Za-z0-9]{12,24}'),
  format('tencent-key', 'AKID', 'AKID[A-Za-z0-9]{13,40}'),
  format('yandex-token', 'AQVN', 'AQVN[\\w-]{35,38}'),
  format('github-token', 'ghp_ gho_ ghu_ ghs_ ghr_', 'gh[pousr]_[A-Za-z0-9]{20,255}'),
  format('github-token', 'github_pat_', 'github_pat_\\w{22,255}'),
  format(
    'gitlab-token',
    'glpat- gldt- glrt- glcbt- glptt- glft- glimt- glagent- gloas- glsoat- glffct-',
    'gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[\\w.-]{16,}',
  ),
  format('gitlab-token', 'GR1348941', 'GR1348941[\\w-]{20,}'),
  format('bitbucket-token', 'ATBB', 'ATBB[\\w=.-]{20,}'),
  format('atlassian-token', 'ATATT3', 'ATATT3[\\w=.-]{20,}'),
  format('atlassian-token', 'ATCTT3', 'ATCTT3[\\w=.-]{20,}'),
  format('slack-token', 'xoxa xoxb xoxe xoxo xoxp xoxr xoxs', 'xox[abeoprs](?:\\.xox[bp])?-[\\w-]{10,}'),
  format('slack-token', 'xapp-', 'xapp-\\d-[\\w-]{10,}'),
  detectPattern('webhook', 'hooks.slack.com/', /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)([\w/-]{15,})/g),
  detectPattern('webhook', '/api/webhooks/', /(discord(?:app)?\.com\/api\/webhooks\/)(\d+\/[\w-]{20,})/g),
  detectPattern('webhook', 'webhook.office.com/', /(webhook\.office\.com\/webhookb2\/)([\w@/-]{30,})/g),
  // Zapier, Mattermost, Rocket.Chat and others: a path that only the owner knows
  detectPattern(
    'webhook',
    '/hooks/|/webhooks/|/webhook/|/incoming/',
    /(\/(?:web)?hooks?\/(?:[\w.-]{1,40}\/){0,4}|\/incoming\/(?:[\w.-]{1,40}\/){0,3})([\w-]{20,512})(?![\w.-])/g,
    looksRandom,
  ),
  format('telegram-token', ':AA', '(?:bot)?\\d{8,10}:AA[\\w-]{32,34}'),
  format('discord-token', 'discord bot_token', '[MNO][A-Za-z\\d_-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}'),
  format('stripe-key', 'sk_live_ rk_live_ pk_live_', '(?:sk|rk|pk)_live_[A-Za-z0-9]{10,}'),
  format('stripe-key', 'sk_test_ rk_test_', '(?:sk|rk)_test_[A-Za-z0-9]{10,}'),
  format('stripe-key', 'whsec_', 'whsec_[A-Za-z0-9+/=]{16,}'),
  format('npm-token', 'npm_', 'npm_[A-Za-z0-9]{30,}'),
  format('pypi-token', 'pypi-', 'pypi-[\\w-]{30,}'),
  format('rubygems-token', 'rubygems_', 'rubygems_[a-f0-9]{32,}'),
  format('crates-token', 'cio', 'cio[A-Za-z0-9]{32}'),
  format('nuget-token', 'oy2', 'oy2[a-z0-9]{43}'),
  format('dockerhub-token', 'dckr_pat_ dckr_oat_', 'dckr_(?:pat|oat)_[\\w-]{20,}'),
  format('openai-key', 'sk-', 'sk-[A-Za-z0-9][\\w-]{18,}', token => /\d/.test(token) && /[A-Za-z0-9]{12}/.test(token)),
  format('huggingface-token', 'hf_', 'hf_[A-Za-z0-9]{20,}'),
  format('huggingface-token', 'api_org_', 'api_org_[A-Za-z0-9]{20,}'),
  format('groq-key', 'gsk_', 'gsk_[A-Za-z0-9]{20,}'),
  format('xai-key', 'xai-', 'xai-[A-Za-z0-9]{20,}'),
  format('replicate-token', 'r8_', 'r8_[A-Za-z0-9]{30,}'),
  format('perplexity-key', 'pplx-', 'pplx-[A-Za-z0-9]{30,}'),
  format('twilio-key', 'twilio', 'SK[0-9a-f]{32}'),
  format('sendgrid-key', 'SG.', 'SG\\.[\\w-]{10,}\\.[\\w-]{10,}'),
  format('mailgun-key', 'key-', 'key-[0-9a-f]{32}'),
  format('mailchimp-key', 'mailchimp -us1 -us2 -us3 -us4 -us5 -us6 -us7 -us8 -us9', '[0-9a-f]{32}-us\\d{1,2}'),
  format('brevo-key', 'xkeysib-', 'xkeysib-[a-f0-9]{40,}-\\w{10,}'),
  format('square-token', 'sq0atp sq0csp sq0idp', 'sq0[a-z]{3}-[\\w-]{20,}'),
  format('shopify-token', 'shpat_ shpca_ shppa_ shpss_', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'),
  format('facebook-token', 'EAA', 'EAA[A-Za-z0-9]{40,}'),
  format('databricks-token', 'dapi', 'dapi[a-f0-9]{32}(?:-\\d)?'),
  format('vault-token', 'hvs. hvb. hvr.', 'hv[sbr]\\.[\\w-]{20,}'),
  format('vault-token', 'vault', 's\\.[A-Za-z0-9]{24}'),
  format('terraform-token', '.atlasv1.', '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{50,}'),
  format(
    'doppler-token',
    'dp.pt dp.st dp.ct dp.sa dp.scim dp.audit',
    'dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]+\\.)?[A-Za-z0-9]{30,}',
  ),
  format('pulumi-token', 'pul-', 'pul-[a-f0-9]{40}'),
  format('sentry-token', 'sntrys_ sntryu_', 'sntry[su]_[\\w+/=]{40,}'),
  format('newrelic-key', 'NRAK- NRII- NRJS- NRAA- NRRA-', 'NR(?:AK|II|JS|AA|RA)-[A-Za-z0-9_-]{20,}'),
  format('grafana-token', 'glsa_ glc_', 'gl(?:sa|c)_[\\w+/=]{20,}'),
  format('dynatrace-token', 'dt0c01. dt0s01. dt0s02. dt0s16.', 'dt0[a-z]\\d{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}'),
  format('postman-key', 'PMAK-', 'PMAK-[a-f0-9]{24}-[a-f0-9]{34}'),
  format('heroku-key', 'HRKU-', 'HRKU-[\\w-]{20,}'),
  format('fly-token', 'fo1_', 'fo1_[\\w-]{40,}'),
  format('fly-token', 'fm2_', 'fm2_[\\w+/=-]{40,}'),
  format('planetscale-token', 'pscale_', 'pscale_(?:tkn|pw|oauth)_[\\w=.-]{20,}'),
  format('supabase-token', 'sbp_', 'sbp_[a-f0-9]{40}'),
  format('linear-key', 'lin_api_', 'lin_api_[A-Za-z0-9]{30,}'),
  format('notion-token', 'ntn_', 'ntn_[A-Za-z0-9]{30,}'),
  format('notion-token', 'secret_', 'secret_[A-Za-z0-9]{43}'),
  format('airtable-token', 'airtable', 'pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}'),
  format('figma-token', 'figd_', 'figd_[\\w-]{30,}'),
  format('circleci-token', 'CCIPAT_', 'CCIPAT_\\w{20,}'),
  format('buildkite-token', 'bkua_ bkaa_ bka_', 'bk[ua]a?_[a-z0-9]{32,}'),
  format('sonar-token', 'sqp_ squ_ sqa_', 'sq[pua]_[a-f0-9]{40}'),
  format('jfrog-token', 'jfrog artifactory AKCp', 'AKC[a-zA-Z0-9]{60,}'),
  format('jfrog-token', 'cmVmdGtu', 'cmVmdGtu[A-Za-z0-9+/=]{40,}'),
  format('tailscale-key', 'tskey-', 'tskey-[a-z]+-[\\w-]{15,}'),
  format('onepassword-token', 'ops_', 'ops_eyJ[\\w-]{50,}'),
  format('age-key', 'AGE-SECRET-KEY-1', 'AGE-SECRET-KEY-1[A-Z0-9]{50,}'),
  format('dropbox-token', 'dropbox', 'sl\\.[\\w-]{100,}'),
  format('mapbox-token', 'sk.eyJ', 'sk\\.eyJ[\\w.-]{30,}'),
  format('confluent-secret', 'cflt', 'cflt[A-Za-z0-9+/]{50,}'),
  format('cloudflare-token', 'v1.0-', 'v1\\.0-[a-f0-9]{24}-[a-f0-9]{100,}'),
  // hashes of passwords, which can be guessed offline
  detectPattern(
    'password-hash',
    '$2a$|$2b$|$2x$|$2y$|$1$|$5$|$6$|$y$|$apr1$|$argon2',
    /\$(?:2[abxy]\$\d\d\$[./A-Za-z0-9]{50,}|(?:1|5|6|y|apr1)\$(?:rounds=\d+\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{20,}|argon2(?:id|i|d)\$v=\d+\$[\w=,]+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+)/g,
  ),
  // PostgreSQL and PgBouncer
  detectPattern('password-hash', '"md5|\'md5', /(["'])(md5[0-9a-f]{32})(?=["'])/g),
  // as htpasswd and LDAP servers keep them
  detectPattern(
    'password-hash',
    '{sha|{ssha|{smd5|{md5}|{crypt}|{pbkdf2|{argon2|{bcrypt}',
    /(\{(?:S?SHA\d{0,3}|S?MD5|CRYPT|PBKDF2[\w-]{0,20}|ARGON2\w{0,2}|bcrypt)\})([A-Za-z0-9+/=$.,]{16,512})/gi,
  ),
  detectPattern(
    'password-hash',
    'scram-sha-',
    /SCRAM-SHA-(?:1|256|512)\$\d+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+/g,
  ),
  // abcdef.0123456789abcdef, by which a node joins a cluster
  detectPattern(
    'bootstrap-token',
    'kubeadm|bootstrap|token',
    /(?<![\w.-])[a-z0-9]{6}\.[a-z0-9]{16}(?![\w.-])/g,
    token => /\d/.test(token),
  ),
];

/** The secret half of an AWS key pair has no form of its own: 40 characters beside the public half. */
const AWS_SECRET =
  /(?<![A-Za-z0-9+/=])(?=[A-Za-z0-9+/]{0,39}[A-Z])(?=[A-Za-z0-9+/]{0,39}[a-z])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g;

/** Tokens of cloud, version control and other services, by their prefixes. */
export const vendorTokens: Detector[] = [
  {
    markers: ['AKIA', 'ASIA'],
    redact: (line, hide) =>
      /A[KS]IA[A-Z0-9]{16}/.test(line) ? line.replace(AWS_SECRET, secret => hide('aws-secret', secret)) : line,
  },
  ...formats,
];
