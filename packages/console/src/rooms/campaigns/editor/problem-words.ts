import { msg } from "@lit/localize";
import type { TermsProblem } from "@veche/protocol";

/** What is to be mended before a campaign can be opened. */
export const problemText = (code: TermsProblem["code"]): string =>
  ({
    no_summary: msg("Нет короткого описания"),
    no_organiser: msg("Не выбран организатор"),
    closes_before_opens: msg("Приём заканчивается раньше, чем начинается"),
    closes_in_past: msg("Приём закончился бы в прошлом"),
    judging_before_close: msg("Судейство начинается до конца приёма"),
    judging_ends_before_it_begins: msg("Судейство заканчивается раньше, чем начинается"),
    announced_before_judged: msg("Итоги раньше конца судейства"),
    award_before_announced: msg("Награждение раньше объявления итогов"),
    no_nominations: msg("Нет номинаций"),
    nomination_for_nobody: msg("Номинация для возраста, который не участвует"),
    no_age_groups: msg("Нет возрастных групп"),
    age_groups_overlap: msg("Возрастные группы пересекаются"),
    age_groups_gap: msg("Возрастные группы покрывают не всех"),
    no_criteria: msg("Нет критериев"),
    no_rules: msg("Нет правил"),
    rules_blanks: msg("В правилах остались пропуски ____"),
    no_consent: msg("Нет согласия на обработку данных"),
    consent_blanks: msg("В согласии остались пропуски ____"),
    vote_ends_before_it_begins: msg("Голосование заканчивается раньше, чем начинается"),
    vote_after_announcement: msg("Голосование заканчивается после объявления итогов"),
  })[code];
