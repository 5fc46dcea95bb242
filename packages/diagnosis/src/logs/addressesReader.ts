/**
 * Lines that talk to whoever reads the log (a person or a language model) or that imitate an answer of Triage. Whoever can
 * write into a log could otherwise choose the diagnosis. They are never a clue; their words are no evidence.
 */
const PATTERNS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^\n]{0,30}\b(?:previous|prior|above|earlier|preceding|other|system|your|all|any)\b[^\n]{0,30}\b(?:instruction|prompt|rule|guideline|direction|message|context|order|command|finding)/i,
  /\b(?:you are|you're|act as|behave as|pretend to be|du bist|eres) (?:now )?(?:an? |the |ein )?[^\n]{0,40}\b(?:assistant|agent|administrator|admin|model|AI|bot|LLM|expert|root)\b/i,
  /\b(?:AI|LLM|GPT|language model|assistant|chatbot|copilot|agent|analy[sz]er|triage|reader|operator|on-?call)s?\b ?(?:[:,(-] {0,3}(?:please )?|(?:must|should|shall|please|has to|needs to) )(?:report|say|tell|answer|respond|reply|conclude|mark|state|claim|output|print|run|execute|delete|disable|approve|recommend|classify|treat|suggest) (?:that|this|the|as|it|only|no|all|every\w{0,5}|kubectl|to|with|healthy)\b/i,
  /\b(?:report|tell|inform|answer|respond|reply|conclude|state|claim|say)\b (?:to )?(?:the )?(?:user|operator|reader|human|admin(?:s|istrators?)?|on-?call|caller|developer|back)?[^\n]{0,20}\bthat\b[^\n]{0,80}\b(?:root cause|healthy|fine|resolved|no (?:problem|issue|error)s?|everything|disk|nothing|all (?:is|systems))/i,
  /\b(?:mark|close|set|declare)\b (?:this|the) (?:incident|alert|issue|finding|diagnosis|ticket)\b[^\n]{0,20}\b(?:as )?(?:resolved|closed|fixed|done|healthy|solved|false)/i,
  /\b(?:please |now |must |and |then |should |to )(?:run|execute|type|paste|apply)\b[^\n]{0,12}[\s"'\x60:](?:kubectl (?:delete|apply|edit|patch|scale|drain|exec|create|replace|cordon)|helm (?:uninstall|delete|rollback)|rm -|curl |wget |sudo |terraform (?:destroy|apply))/i,
  /<\/?(?:system|assistant|instructions?|prompt|tool_?(?:call|result)|human|user|logs?|context|evidence|untrusted[\w-]{0,20})>|\[\/?INST\]|<\|[\w-]{1,30}\|>|^#{2,6} (?:system|instruction|assistant)\b/i,
  /\b(?:system|developer) (?:prompt|message|instruction)s?\b ?[:=]|\bprompt injection\b|\bnew instructions?\b ?:/i,
  /^(?:[\d\WTZ]{0,60}(?:trace|debug|info|notice|warn(?:ing)?|err(?:or)?|severe|fatal|crit(?:ical)?|alert|emerg|panic)\b)?[\W_]{0,6}(?:(?:true|actual|real|the|confirmed|definitive|final) )?(?:root[ _-]?cause(?: analysis)?|diagnosis|triage (?:result|finding|diagnosis)|finding|verdict|conclusion|recommended fix|fix ?commands?)\b[^\n:=]{0,30}[:=]/i,
  /["'](?:rootCause|errorCategory|fixCommands|classifiedErrors|relatedRunbooks|riskLevel|blindSpots)["']\s{0,3}:/,
];

/** A word that every such line has; saves the patterns on nearly all lines. */
const HINT =
  /ignore|disregard|forget|override|bypass|you are|you're|act as|behave|pretend|du bist|eres|\bai\b|llm|gpt|model|assistant|chatbot|copilot|agent|analy[sz]er|triage|reader|operator|on-?call|report|tell|inform|answer|respond|reply|conclude|state|claim|say|mark|close|declare|run|execute|paste|apply|type|<|\[\/?inst|prompt|instruction|cause|diagnosis|finding|verdict|conclusion|recommended|fix|classified|runbooks|risklevel|blindspots/i;

/** Whether the line tries to instruct its reader or poses as an answer. */
export function addressesReader(message: string): boolean {
  const text = message.length > 4_000 ? message.slice(0, 4_000) : message;
  return HINT.test(text) && PATTERNS.some(pattern => pattern.test(text));
}
