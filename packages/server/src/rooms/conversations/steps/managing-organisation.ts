import { asksManagingOrganisation } from "@veche/assistant";
import { placeOf } from "./place.ts";
import type { StepPorts } from "./ports.ts";
import type { Step } from "./step.ts";

/** Who keeps a house, with phones and whether the office is open. */
export const managingOrganisation = (ports: StepPorts): Step => ({
  name: "managing-organisation",
  answer(question) {
    const { text, locale, previous, at } = question;
    const followsUp = previous?.step === "managing-organisation";
    const asks = asksManagingOrganisation(text);
    if (!asks && !followsUp) return undefined;
    const { city, wording, publicUrl } = ports;
    const place = placeOf(question, ports);
    const origin = { step: "managing-organisation", topic: "housing-services" };
    if (place.kind === "none") return undefined;
    if (place.kind === "which") {
      return {
        kind: "choose",
        text: place.text,
        replies: place.replies,
        origin: { ...origin, awaits: "address" },
      };
    }
    if (place.kind === "street") {
      return {
        kind: "choose",
        text: wording.text(locale, "address.house", { street: wording.address(place) }),
        origin: { ...origin, awaits: "address" },
      };
    }
    const address = wording.address(place.address);
    const organisation = city.organisation(city.building(place.address)?.organisation ?? "");
    const centre = wording.callCentre();
    const lines = organisation
      ? [
          wording.text(locale, "organisation", { address, name: organisation.name }),
          [
            wording.text(locale, "organisation.phones", { phones: wording.phones(organisation.phones) }),
            organisation.emergencyPhone &&
              wording.text(locale, "organisation.emergency", {
                phone: wording.phone(organisation.emergencyPhone),
              }),
          ]
            .filter(Boolean)
            .join(" "),
          wording.text(locale, "organisation.office", {
            address: organisation.address,
            hours: wording.hours(locale, organisation.hours, at),
          }),
        ]
      : [
          wording.text(locale, place.known ? "organisation.none" : "organisation.unknown-house", {
            address,
            phone: centre ? wording.contact(locale, centre) : wording.phone("112"),
          }),
        ];
    return {
      kind: "answer",
      text: lines.join("\n\n"),
      sources: [
        {
          title: wording.text(locale, "organisation.source"),
          url: organisation?.site || `${publicUrl()}/answers`,
          updatedAt: at.toISOString(),
        },
      ],
      origin,
    };
  },
});
