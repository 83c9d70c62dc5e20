/** Where in the window a record that was found stands. */
import type { SearchHit } from "../ipc/generated";
import type { Place } from "../shared/navigation";

export function placeOf(kind: string, hit: SearchHit): Place {
  const { id, place } = hit;
  switch (kind) {
    case "measure":
    case "test_of_change":
    case "annotation":
    case "definition_change":
    case "story":
    case "comment":
      return place ? { screen: "measure", id: place } : { screen: "measurement" };
    case "partner":
    case "person":
    case "commitment":
    case "touchpoint":
    case "status_note":
      return place ? { screen: "partner", id: place } : { screen: "partners" };
    case "activity":
    case "milestone":
    case "risk":
    case "update":
    case "resource":
      return place ? { screen: "activities", open: { id: place } } : { screen: "activities" };
    case "working_group":
      return place ? { screen: "group", id: place } : { screen: "groups" };
    case "meeting":
      return { screen: "communication", ...(id && { open: { what: "meeting", id } }) };
    case "decision":
      return { screen: "communication", ...(id && { open: { what: "decision", id } }) };
    case "action_item":
      return { screen: "communication", ...(id && { open: { what: "item", id } }) };
    case "strategy":
      return { screen: "agenda", view: "theory" };
    case "endorsement":
      return { screen: "agenda", view: "endorsements" };
    case "result":
    case "agenda_text":
      return { screen: "agenda", view: "texts" };
    case "tag":
      return { screen: "tags" };
    case "place":
    case "breakdown":
    case "group":
      return { screen: "splits" };
    case "data_request":
      return { screen: "requests" };
    case "population":
      return { screen: "activities" };
    default:
      return { screen: "measurement" };
  }
}
