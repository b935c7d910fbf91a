import { jsx, jsxs, Fragment } from "react/jsx-runtime";
import { RemixServer, Outlet, useRouteError, isRouteErrorResponse, useRouteLoaderData, useLocation, Meta, Links, useLoaderData, useActionData } from "@remix-run/react";
import pino from "pino";
import { renderToString, renderToStaticMarkup } from "react-dom/server";
import { mayAtAll as mayAtAll$1 } from "#app/domain/access/policy.ts";
import { paths } from "#app/paths.ts";
import { identifyStaff } from "#app/use-cases/staff/identify-staff.ts";
import { classNames } from "#app/ui/class-names.ts";
import { keyed } from "#app/ui/keyed.ts";
import { redirect, json } from "@remix-run/node";
import { NATION_NAMES, parseNation, NATIONS } from "#app/domain/scheduling/meeting-pattern.ts";
import { asId } from "#app/domain/shared/ids.ts";
import { requireAccess, actorOf as actorOf$1, requireActor } from "#app/http/actor.ts";
import { notFound, orNotFound } from "#app/http/not-found.ts";
import { formatDay, formatCount, formatLength, formatDayAndTime, formatTime, formatDate, formatInstant, formatShortDay, formatPercent, formatRate, formatInterval, formatTimeSpan, formatNumber } from "#app/ui/format.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { removeBankHoliday } from "#app/use-cases/places/remove-bank-holiday.ts";
import { findBankHoliday, listBankHolidays, findClosure, listClosures } from "#db/queries/closures.ts";
import { programmeWithId, programmeIdOf } from "#app/domain/programmes/programme-id.ts";
import { programmeLabel } from "#app/domain/programmes/variant.ts";
import { undoNotHeld } from "#app/use-cases/sessions/undo-not-held.ts";
import { noteHolidaysChecked } from "#app/use-cases/places/note-holidays-checked.ts";
import { readSentForm, readForm, formErrors, checkForm } from "#app/http/read-form.ts";
import { textOf, EMPTY_FORM, listOf } from "#app/ui/form-state.ts";
import { endSafeContact } from "#app/use-cases/people/end-safe-contact.ts";
import { z } from "zod";
import { shownVersion, withDays, typedDay, requiredText, ticked, optionalText, oneOfCodes } from "#app/http/form-fields.ts";
import { answerRefusal } from "#app/http/refusal.ts";
import { undoExit } from "#app/use-cases/people/undo-exit.ts";
import { findEnrolment, countPlacesTaken, listPlacesToEnd, listEnrolmentsOfPerson, listEnrolmentsOfPeople } from "#db/queries/enrolments.ts";
import { newRoomForm, nameInUse, newVenueForm, venueForm, staleName, areaForm, roomForm, newAreaForm } from "#app/http/place-form.ts";
import { addRoom } from "#app/use-cases/places/add-room.ts";
import { findVenue, findArea, findRoom, listPlaces } from "#db/queries/places.ts";
import { recordNotHeld } from "#app/use-cases/sessions/record-not-held.ts";
import { findSessionDay, listTerm, listKeptTimes } from "#db/queries/session-day.ts";
import { calendarDay, WEEKDAYS, plusDays, daysBetween } from "#app/domain/shared/calendar-day.ts";
import { planNumbered, LOGIC_COLUMNS, SIDE_NAMES, SIDES } from "#app/domain/programmes/programme.ts";
import { said } from "#app/http/said.ts";
import { recordDeliveryLog } from "#app/use-cases/delivery-log/record-delivery-log.ts";
import { parseActivityRating, RATING_MEANINGS, ACTIVITY_RATINGS } from "#app/domain/fidelity/activity-ratings.ts";
import { MOST_ACTIVITY_MINUTES } from "#app/domain/fidelity/check-log.ts";
import { wallTimeOf, dayOf } from "#app/domain/shared/instant.ts";
import { noteSchedule } from "#app/domain/cohorts/schedule-notes.ts";
import { sessionAdherence } from "#app/domain/fidelity/adherence.ts";
import { chooseLog } from "#app/domain/fidelity/delivery-log.ts";
import { sessionDose } from "#app/domain/fidelity/dose.ts";
import { hasStarted } from "#app/domain/scheduling/session.ts";
import { stripNote, stripSessions } from "#app/ui/blocks/strip-sessions.ts";
import { listSessionLogs, countSessionLogs } from "#db/queries/delivery-logs.ts";
import { listInWords, dayInWords, countInWords, timeInWords } from "#app/domain/shared/in-words.ts";
import { addVenue } from "#app/use-cases/places/add-venue.ts";
import { addBankHoliday } from "#app/use-cases/places/add-bank-holiday.ts";
import { SUGGESTED_REVIEW_DAYS, isCurrent } from "#app/domain/people/safe-contact.ts";
import { setSafeContact } from "#app/use-cases/people/set-safe-contact.ts";
import { findPersonContact } from "#db/queries/safe-contacts.ts";
import { parseTypedTime } from "#app/domain/shared/typed-time.ts";
import { enrolPerson, findJoining } from "#app/use-cases/people/enrol-person.ts";
import { mayOn } from "#db/queries/visible-cohorts.ts";
import { findCohort, listTeams, findMeetingPattern } from "#db/queries/cohorts.ts";
import { recordRegister } from "#app/use-cases/register/record-register.ts";
import { listRegisterRows, listRegisterRowsWithHistory } from "#db/queries/registers.ts";
import { parseReason, parseMark, REASON_LABELS, MARK_MEANINGS, REASONS as REASONS$1, MARKS } from "#app/domain/attendance/marks.ts";
import { mayCorrect, isOnRecord } from "#app/domain/attendance/correction.ts";
import { countRegister } from "#app/domain/attendance/register.ts";
import { runOfAbsences, attendanceRate } from "#app/domain/attendance/rate.ts";
import { receivedSoFar } from "#app/domain/attendance/received-so-far.ts";
import { bestPossible } from "#app/domain/attrition/best-possible.ts";
import { isActive, ENROLMENT_STATE_LABELS } from "#app/domain/attrition/enrolment.ts";
import { recordExit } from "#app/use-cases/people/record-exit.ts";
import { EXIT_KINDS } from "#app/domain/attrition/exit-kinds.ts";
import { parseExitReason, EXIT_REASON_GROUPS, groupOfExitReason, exitReasonLabel } from "#app/domain/attrition/exit-reasons.ts";
import { deactivateStaff } from "#app/use-cases/staff/deactivate-staff.ts";
import { findStaffMember, listFacilitators, listStaff, hasAnyStaff } from "#db/queries/staff.ts";
import { removeClosure } from "#app/use-cases/places/remove-closure.ts";
import { reviewCohort } from "#app/use-cases/cohorts/review-cohort.ts";
import { percentOf } from "#app/domain/statistics/percentages.ts";
import { REGISTER_CELLS } from "#app/domain/cohorts/register-cell.ts";
import { scaleBand, scaleLinear } from "d3-scale";
import { line, curveStepAfter, area } from "d3-shape";
import { renderFeed, isHeldAlready } from "#app/delivery/calendar/render-feed.ts";
import { openCalendarFeed } from "#app/use-cases/calendar/open-calendar-feed.ts";
import { undoImport } from "#app/use-cases/imports/undo-import.ts";
import { builtUponSentence } from "#app/domain/imports/cohort/built-upon.ts";
import { keptReport, reportOf } from "#app/use-cases/imports/import-report.ts";
import { countBuiltUpon } from "#db/queries/imports/built-upon.ts";
import { findImport, findImportFile, countImports, listImportPage } from "#db/queries/imports/imports.ts";
import { isExposure } from "#app/domain/attendance/attendance-fact.ts";
import { findPerson, listMarksOfPerson, listPeople } from "#db/queries/people.ts";
import { answerStale } from "#app/http/stale.ts";
import { renameVenue } from "#app/use-cases/places/rename-venue.ts";
import { changeArea } from "#app/use-cases/places/change-area.ts";
import { renameRoom } from "#app/use-cases/places/rename-room.ts";
import { renewLink } from "#app/use-cases/staff/renew-link.ts";
import { SHORTEST_PASSWORD } from "#app/domain/access/password.ts";
import { readSignInCookie as readSignInCookie$1, signInCookie } from "#app/http/sign-in-cookie.ts";
import { acceptInvitation } from "#app/use-cases/staff/accept-invitation.ts";
import { findInvitee } from "#app/use-cases/staff/find-invitee.ts";
import { STATE_NAMES, whyNotSent } from "#app/domain/reminders/reason-sentences.ts";
import { lockScreenPreview } from "#app/domain/reminders/render-message.ts";
import { previewMessage } from "#app/use-cases/reminders/preview-message.ts";
import { findMessage, countMessages, listMessages, MESSAGES_PER_PAGE } from "#db/queries/outbox.ts";
import { recordOf } from "#app/domain/fidelity/session-record.ts";
import { mayUndoNotHeld } from "#app/domain/scheduling/not-held.ts";
import { NO_CHOICES } from "#app/domain/imports/cohort/register-choices.ts";
import { chooseCohort } from "#app/use-cases/imports/choose-cohort.ts";
import { confirmReading } from "#app/use-cases/imports/confirm-reading.ts";
import { importRegister } from "#app/use-cases/imports/import-register.ts";
import { cohortFields, placeValue, COHORT_SENTENCES } from "#app/http/cohort-form.ts";
import { readSpreadsheet } from "#app/delivery/spreadsheet/read-spreadsheet.ts";
import { choicesOf, readRegister } from "#app/use-cases/imports/read-register.ts";
import { MARK_CODES, MARK_CODE_LABELS } from "#app/domain/imports/marks/mark-codes.ts";
import { planSentence, rowSentence, cellSentence } from "#app/domain/imports/cohort/import-sentences.ts";
import { notARegisterSentence, warningSentence, doubtSentence } from "#app/domain/imports/register-sentences.ts";
import { sentenceForClash } from "#app/domain/scheduling/shown-clashes.ts";
import { listCohortOptions } from "#app/use-cases/cohorts/list-cohort-options.ts";
import { prepareImport } from "#app/use-cases/imports/prepare-import.ts";
import { listLikelyDuplicates } from "#app/use-cases/imports/likely-duplicates.ts";
import { addArea } from "#app/use-cases/places/add-area.ts";
import { MESSAGE_STATES, parseMessageState } from "#app/domain/reminders/message-states.ts";
import { COHORT_STATES } from "#app/domain/cohorts/cohort.ts";
import { glanceAtCohort } from "#app/domain/cohorts/cohort-glance.ts";
import { countCohorts, listCohortPage, listSlots, listPlacesTaken, listUnrecordedRows } from "#db/queries/cohort-list.ts";
import { listSessions } from "#db/queries/sessions.ts";
import { changeDuties } from "#app/use-cases/staff/change-duties.ts";
import { ROLE_NAMES as ROLE_NAMES$1, ROLES } from "#app/domain/access/actor.ts";
import { DUTIES_SENTENCES, dutiesFields } from "#app/http/duties-form.ts";
import { endCalendarFeed } from "#app/use-cases/calendar/end-calendar-feed.ts";
import { addClosure } from "#app/use-cases/places/add-closure.ts";
import { layOutCohort } from "#app/use-cases/cohorts/lay-out-cohort.ts";
import { planCohort } from "#app/use-cases/cohorts/plan-cohort.ts";
import { inDisplayOrder } from "#app/domain/scheduling/lay-out-sessions.ts";
import { sentenceForLayOut } from "#app/domain/scheduling/lay-out-refusals.ts";
import { readSkippedWeeks } from "#app/domain/scheduling/typed-weeks.ts";
import { LIMITS } from "#app/delivery/spreadsheet/limits.ts";
import { fileSentence } from "#app/delivery/spreadsheet/file-sentences.ts";
import { uploadRegister } from "#app/use-cases/imports/upload-register.ts";
import { inviteStaff } from "#app/use-cases/staff/invite-staff.ts";
import { makeCalendarFeed } from "#app/use-cases/calendar/make-calendar-feed.ts";
import { findFeedCreation } from "#db/queries/calendar-feeds.ts";
import { signOut } from "#app/use-cases/staff/sign-out.ts";
import { signIn } from "#app/use-cases/staff/sign-in.ts";
import { sectionsOf as sectionsOf$1 } from "#app/domain/access/home.ts";
import { NAVIGATION as NAVIGATION$1 } from "#app/ui/shell/navigation.ts";
import { listWorkingSessions, listExpected } from "#db/queries/today.ts";
const log = pino({ name: "plumbline" });
function handleRequest(request, status, headers2, remix) {
  const page = renderToString(/* @__PURE__ */ jsx(RemixServer, { context: remix, url: request.url }));
  const html = isRefusedForm(request, status) ? page.replace("<title>", "<title>Error: ") : page;
  headers2.set("Content-Type", "text/html; charset=utf-8");
  headers2.set("Cache-Control", "no-store");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers: headers2 });
}
function isRefusedForm({ method }, status) {
  return method === "POST" && [400, 409, 422].includes(status);
}
function handleError(fault, { request }) {
  if (request.signal.aborted) return;
  if (isUnknownAddress(fault)) return;
  log.error({ method: request.method, fault: fault instanceof Error ? fault.stack : String(fault) }, "a page failed");
}
function isUnknownAddress(fault) {
  return typeof fault === "object" && fault !== null && "status" in fault && fault.status !== 500;
}
const entryServer = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: handleRequest,
  handleError
}, Symbol.toStringTag, { value: "Module" }));
const govuk = "/assets/govuk-frontend.min-DvRLpcT4.js";
const ROLE_NAMES = {
  facilitator: "Facilitator",
  coordinator: "Coordinator",
  lead: "Programme lead",
  administrator: "Administrator"
};
const POLICY = [
  { role: "facilitator", relation: "team", may: "write", records: ["register", "delivery-log", "safe-contact"] },
  { role: "facilitator", relation: "team", may: "read", records: ["cohort", "person", "message"] },
  { role: "facilitator", relation: "organisation", may: "read", records: ["programme"] },
  { role: "facilitator", relation: "organisation", may: "write", records: ["own-calendar"] },
  {
    role: "coordinator",
    relation: "area",
    may: "write",
    records: ["cohort", "register", "person", "safe-contact", "exit", "import"]
  },
  { role: "coordinator", relation: "area", may: "read", records: ["delivery-log", "message"] },
  { role: "coordinator", relation: "organisation", may: "read", records: ["programme", "places", "closures"] },
  { role: "coordinator", relation: "organisation", may: "write", records: ["own-calendar"] },
  { role: "lead", relation: "organisation", may: "write", records: ["cohort", "register", "exit", "own-calendar"] },
  {
    role: "lead",
    relation: "organisation",
    may: "read",
    records: ["programme", "person", "delivery-log", "message", "places", "closures"]
  },
  {
    role: "administrator",
    relation: "organisation",
    may: "write",
    records: ["staff", "places", "closures", "own-calendar"]
  },
  { role: "administrator", relation: "organisation", may: "read", records: ["programme"] }
];
function grantedRelations(actor, may, record) {
  const grants = POLICY.filter(
    (grant) => actor.roles.includes(grant.role) && grant.records.includes(record) && (grant.may === may || grant.may === "write")
  );
  return [...new Set(grants.map((grant) => grant.relation))];
}
function mayAtAll(actor, may, record) {
  return actor.kind === "operator" || grantedRelations(actor, may, record).length > 0;
}
const SECTIONS = [
  "today",
  "cohorts",
  "people",
  "messages",
  "imports",
  "programmes",
  "staff",
  "places",
  "closures",
  "calendar"
];
function sectionsOf(actor) {
  const read = (record) => mayAtAll(actor, "read", record);
  const isThere = {
    today: read("register"),
    cohorts: read("cohort"),
    people: read("person"),
    messages: read("message"),
    imports: mayAtAll(actor, "write", "import"),
    programmes: read("programme"),
    staff: read("staff"),
    places: mayAtAll(actor, "write", "places"),
    closures: read("closures"),
    calendar: mayAtAll(actor, "write", "own-calendar") && read("cohort")
  };
  return SECTIONS.filter((section) => isThere[section]);
}
const isSecure = ({ publicUrl }) => publicUrl.startsWith("https:");
const cookieName = (config) => isSecure(config) ? "__Host-plumbline" : "plumbline";
function readSignInCookie(config, request) {
  const wanted = `${cookieName(config)}=`;
  const pair = (request.headers.get("Cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(wanted));
  return (pair == null ? void 0 : pair.slice(wanted.length)) || null;
}
function actorOf(request, context) {
  context.signedIn ?? (context.signedIn = { actor: identifyStaff(context, readSignInCookie(context.config, request)) });
  return context.signedIn.actor;
}
const enhance = "/assets/enhance-Cpjg80gh.js";
const styles = "/assets/plumbline-iR43-ohY.css";
const NAVIGATION = {
  today: { label: "Today", href: paths.today() },
  cohorts: { label: "Cohorts", href: paths.cohorts() },
  people: { label: "People", href: paths.people() },
  messages: { label: "Messages", href: paths.messages() },
  imports: { label: "Bring in", href: paths.imports() },
  programmes: { label: "Programmes", href: paths.programmes() },
  staff: { label: "Staff", href: paths.staff() },
  places: { label: "Places", href: paths.places() },
  closures: { label: "Closures", href: paths.closures() },
  calendar: { label: "My calendar", href: paths.myCalendar() }
};
const ALSO_IN = [
  ["/sessions", "today"],
  ["/enrolments", "people"]
];
function sectionAt(pathname) {
  var _a;
  const other = (_a = ALSO_IN.find(([start]) => pathname.startsWith(start))) == null ? void 0 : _a[1];
  const found = Object.entries(NAVIGATION).find(([, { href }]) => pathname === href || pathname.startsWith(`${href}/`));
  return other ?? (found == null ? void 0 : found[0]) ?? null;
}
function NavigationList({
  items,
  menuText = "Menu",
  menuLabel = menuText,
  navigationLabel = menuText,
  navigationId = "navigation",
  navigationClassName,
  collapse = items.length > 1
}) {
  return /* @__PURE__ */ jsxs("nav", { "aria-label": navigationLabel, className: classNames("govuk-service-navigation__wrapper", navigationClassName), children: [
    collapse && // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is hidden until the script shows it and drops this.
    /* @__PURE__ */ jsx(
      "button",
      {
        type: "button",
        className: "govuk-service-navigation__toggle govuk-js-service-navigation-toggle",
        "aria-controls": navigationId,
        "aria-label": menuLabel === menuText ? void 0 : menuLabel,
        hidden: true,
        "aria-hidden": "true",
        children: menuText
      }
    ),
    /* @__PURE__ */ jsx("ul", { className: "govuk-service-navigation__list", id: navigationId, children: keyed(items).map(({ key, item }) => /* @__PURE__ */ jsx(NavigationListItem, { item }, key)) })
  ] });
}
function NavigationListItem({ item }) {
  const marked = item.current || item.active;
  const current = item.current ? "page" : marked ? "true" : void 0;
  const text = marked ? /* @__PURE__ */ jsx("strong", { className: "govuk-service-navigation__active-fallback", children: item.text }) : item.text;
  return /* @__PURE__ */ jsx("li", { className: classNames("govuk-service-navigation__item", marked && "govuk-service-navigation__item--active"), children: item.href ? /* @__PURE__ */ jsx("a", { className: "govuk-service-navigation__link", href: item.href, "aria-current": current, children: text }) : /* @__PURE__ */ jsx("span", { className: "govuk-service-navigation__text", "aria-current": current, children: text }) });
}
function ServiceNavigation({
  serviceName,
  serviceHref,
  items = [],
  inverse,
  start,
  end,
  endInline,
  className,
  "aria-label": ariaLabel = "Service information",
  ...props
}) {
  const { menuText, menuLabel, navigationLabel, navigationId, navigationClassName, collapse, ...rest } = props;
  const root = {
    className: classNames("govuk-service-navigation", inverse && "govuk-service-navigation--inverse", className),
    "data-module": "govuk-service-navigation",
    ...rest
  };
  const inside = /* @__PURE__ */ jsxs("div", { className: classNames("govuk-width-container", endInline && "govuk-service-navigation__inlining-container"), children: [
    start,
    /* @__PURE__ */ jsxs("div", { className: "govuk-service-navigation__container", children: [
      serviceName && /* @__PURE__ */ jsx(ServiceName, { href: serviceHref, children: serviceName }),
      items.length > 0 && /* @__PURE__ */ jsx(
        NavigationList,
        {
          ...{ items, menuText, menuLabel, navigationLabel, navigationId, navigationClassName, collapse }
        }
      )
    ] }),
    end
  ] });
  if (!serviceName && !start && !end) return /* @__PURE__ */ jsx("div", { ...root, children: inside });
  return /* @__PURE__ */ jsx("section", { "aria-label": ariaLabel, ...root, children: inside });
}
function ServiceName({ href, children }) {
  return /* @__PURE__ */ jsx("span", { className: "govuk-service-navigation__service-name", children: href ? /* @__PURE__ */ jsx("a", { href, className: "govuk-service-navigation__link", children }) : /* @__PURE__ */ jsx("span", { className: "govuk-service-navigation__text", children }) });
}
function SkipLink({ href = "#main-content", className, children, ...rest }) {
  return /* @__PURE__ */ jsx("a", { href, className: classNames("govuk-skip-link", className), "data-module": "govuk-skip-link", ...rest, children });
}
function Shell({ orgName, signedIn: signedIn2, current, children }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(SkipLink, { children: "Skip to main content" }),
    /* @__PURE__ */ jsx("header", { children: /* @__PURE__ */ jsx(
      ServiceNavigation,
      {
        className: "plumbline-header",
        serviceName: orgName,
        serviceHref: paths.home(),
        items: signedIn2 == null ? void 0 : signedIn2.sections.map((section) => ({
          ...NAVIGATION[section],
          text: NAVIGATION[section].label,
          active: section === current
        })),
        end: signedIn2 && /* @__PURE__ */ jsx(SignedIn, { name: signedIn2.name, role: signedIn2.role })
      }
    ) }),
    /* @__PURE__ */ jsx("div", { className: "govuk-width-container", children: /* @__PURE__ */ jsx("main", { className: "govuk-main-wrapper", id: "main-content", children }) }),
    /* @__PURE__ */ jsx("footer", { className: "plumbline-footer", children: /* @__PURE__ */ jsx("div", { className: "govuk-width-container", children: /* @__PURE__ */ jsx("a", { className: "govuk-link govuk-link--no-visited-state", href: paths.accessibility(), children: "Accessibility" }) }) })
  ] });
}
function SignedIn({ name, role }) {
  return /* @__PURE__ */ jsxs("form", { method: "post", action: paths.signOut(), className: "plumbline-signed-in", children: [
    /* @__PURE__ */ jsxs("span", { children: [
      name,
      " · ",
      role
    ] }),
    /* @__PURE__ */ jsx("button", { type: "submit", children: "Sign out" })
  ] });
}
const links = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }
];
const meta$J = ({ error }) => [{ title: error ? "Page not found – Plumbline" : "Plumbline" }];
function loader$R({ request, context }) {
  const actor = actorOf(request, context);
  const signedIn2 = actor && {
    name: actor.name,
    role: actor.roles.map((role) => ROLE_NAMES[role]).join(", "),
    sections: sectionsOf(actor)
  };
  return { orgName: context.config.orgName, signedIn: signedIn2 };
}
function Layout({ children }) {
  const shell = useRouteLoaderData("root");
  const { pathname } = useLocation();
  return /* @__PURE__ */ jsxs("html", { lang: "en", className: "govuk-template", children: [
    /* @__PURE__ */ jsxs("head", { children: [
      /* @__PURE__ */ jsx("meta", { charSet: "utf-8" }),
      /* @__PURE__ */ jsx("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      /* @__PURE__ */ jsx("meta", { name: "robots", content: "noindex, nofollow" }),
      /* @__PURE__ */ jsx(Meta, {}),
      /* @__PURE__ */ jsx(Links, {})
    ] }),
    /* @__PURE__ */ jsxs("body", { className: "govuk-template__body", children: [
      /* @__PURE__ */ jsx(Shell, { orgName: (shell == null ? void 0 : shell.orgName) ?? "Plumbline", signedIn: (shell == null ? void 0 : shell.signedIn) ?? null, current: sectionAt(pathname), children }),
      /* @__PURE__ */ jsx("script", { type: "module", src: enhance, "data-govuk": govuk })
    ] })
  ] });
}
function App() {
  return /* @__PURE__ */ jsx(Outlet, {});
}
function ErrorBoundary() {
  const fault = useRouteError();
  if (isRouteErrorResponse(fault) && fault.status < 500) return /* @__PURE__ */ jsx(NotThere, { status: fault.status, text: String(fault.data ?? "") });
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("h1", { className: "govuk-heading-l", children: "Sorry, something went wrong" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "What you saved before is safe. Go back and try again; if it happens again, tell your administrator what you were doing and when." })
  ] });
}
function NotThere({ status, text }) {
  if (status !== 404 && text) {
    return /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("h1", { className: "govuk-heading-l", children: "That did not work" }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: text })
    ] });
  }
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("h1", { className: "govuk-heading-l", children: "Page not found" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "If you typed the address, check that it is right. If you followed a link, the page may have moved." }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: /* @__PURE__ */ jsx("a", { className: "govuk-link", href: "/", children: "Go to your home page" }) })
  ] });
}
const route0 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  ErrorBoundary,
  Layout,
  default: App,
  links,
  loader: loader$R,
  meta: meta$J
}, Symbol.toStringTag, { value: "Module" }));
function PageHeader({ caption, title, children }) {
  return /* @__PURE__ */ jsxs("div", { className: "page-header", children: [
    caption && /* @__PURE__ */ jsx("p", { className: "govuk-caption-l page-header__caption", children: caption }),
    /* @__PURE__ */ jsx("h1", { className: "govuk-heading-l page-header__title", children: title }),
    children
  ] });
}
function BackLink({ href, className, children = "Back", ...rest }) {
  return /* @__PURE__ */ jsx("a", { href, className: classNames("govuk-back-link", className), ...rest, children });
}
function Button({ variant, preventDoubleClick, type = "submit", className, disabled, ...rest }) {
  return /* @__PURE__ */ jsx(
    "button",
    {
      type,
      className: buttonClass(variant, className),
      "data-module": "govuk-button",
      "data-prevent-double-click": preventDoubleClick,
      disabled,
      "aria-disabled": disabled || void 0,
      ...rest
    }
  );
}
function ButtonLink({ variant, href, className, ...rest }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it goes to an address, which a button cannot do without a script.
    /* @__PURE__ */ jsx(
      "a",
      {
        href,
        role: "button",
        draggable: false,
        className: buttonClass(variant, className),
        "data-module": "govuk-button",
        ...rest
      }
    )
  );
}
function buttonClass(variant, className) {
  return classNames("govuk-button", variant && `govuk-button--${variant}`, className);
}
const meta$I = () => pageTitle("Remove a bank holiday");
function loader$Q({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "closures");
  return json(orNotFound(findBankHoliday(context.db, actor, asId(params.holidayId))));
}
function action$x({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "closures");
  const outcome = removeBankHoliday(context, actor, asId(params.holidayId));
  if (!outcome.done) throw notFound();
  return redirect(paths.bankHolidays(outcome.value, "removed"));
}
function BankHolidayRemoval() {
  const { nation, day, title } = useLoaderData();
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.bankHolidays(nation) }),
    /* @__PURE__ */ jsx(PageHeader, { caption: NATION_NAMES[nation], title: "Remove this bank holiday" }),
    /* @__PURE__ */ jsxs("p", { className: "govuk-body", children: [
      title,
      ", ",
      formatDay(day),
      ". Cohorts of this nation that are laid out from now on may meet on this day. Sessions that are laid out already stay where they are."
    ] }),
    /* @__PURE__ */ jsx("form", { method: "post", children: /* @__PURE__ */ jsx(Button, { variant: "warning", preventDoubleClick: true, children: "Remove bank holiday" }) })
  ] });
}
const route1 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$x,
  default: BankHolidayRemoval,
  loader: loader$Q,
  meta: meta$I
}, Symbol.toStringTag, { value: "Module" }));
function InsetText({ className, ...rest }) {
  return /* @__PURE__ */ jsx("div", { className: classNames("govuk-inset-text", className), ...rest });
}
function TableHeading({ cell, stacked }) {
  const { content, numeric, className, ...rest } = cellProps(cell);
  const format = numeric && "govuk-table__header--numeric";
  return /* @__PURE__ */ jsx(
    "th",
    {
      scope: "col",
      className: classNames("govuk-table__header", format, className),
      role: stacked ? "columnheader" : void 0,
      ...rest,
      children: content
    }
  );
}
function TableCell({ cell, isRowHeader, column, stacked }) {
  const { content, numeric, className, ...rest } = cellProps(cell);
  const heading = cellProps(column).content;
  const inside = /* @__PURE__ */ jsxs(Fragment, { children: [
    heading && /* @__PURE__ */ jsx("span", { className: "table__column", "aria-hidden": "true", children: heading }),
    content
  ] });
  if (isRowHeader) {
    return /* @__PURE__ */ jsx(
      "th",
      {
        scope: "row",
        className: classNames("govuk-table__header", className),
        role: stacked ? "rowheader" : void 0,
        ...rest,
        children: inside
      }
    );
  }
  const format = numeric && "govuk-table__cell--numeric";
  return /* @__PURE__ */ jsx("td", { className: classNames("govuk-table__cell", format, className), role: stacked ? "cell" : void 0, ...rest, children: inside });
}
function cellProps(cell) {
  return isProps(cell) ? cell : { content: cell };
}
function isProps(cell) {
  return typeof cell === "object" && cell !== null && "content" in cell;
}
function Table({
  caption,
  captionSize,
  captionClassName,
  head,
  rows,
  firstCellIsHeader,
  stacked = false,
  className,
  ...rest
}) {
  const size = captionSize && `govuk-table__caption--${captionSize}`;
  const role = (name) => stacked ? name : void 0;
  return /* @__PURE__ */ jsxs("table", { className: classNames("govuk-table", stacked && "table--stacked", className), role: role("table"), ...rest, children: [
    caption && /* @__PURE__ */ jsx("caption", { className: classNames("govuk-table__caption", size, captionClassName), children: caption }),
    head && /* @__PURE__ */ jsx("thead", { className: "govuk-table__head", role: role("rowgroup"), children: /* @__PURE__ */ jsx("tr", { className: "govuk-table__row", role: role("row"), children: keyed(head).map(({ key, item }) => /* @__PURE__ */ jsx(TableHeading, { cell: item, stacked }, key)) }) }),
    /* @__PURE__ */ jsx("tbody", { className: "govuk-table__body", role: role("rowgroup"), children: keyed(rows).map(({ key, item: row }) => /* @__PURE__ */ jsx("tr", { className: "govuk-table__row", role: role("row"), children: keyed(row).map(({ key: column, place, item }) => /* @__PURE__ */ jsx(
      TableCell,
      {
        cell: item,
        isRowHeader: firstCellIsHeader === true && place === 1,
        column: stacked ? head == null ? void 0 : head[place - 1] : void 0,
        stacked
      },
      column
    )) }, key)) })
  ] });
}
function Tag({ colour, className, ...rest }) {
  return /* @__PURE__ */ jsx("strong", { className: classNames("govuk-tag", colour && `govuk-tag--${colour}`, className), ...rest });
}
function SessionPlanBody({ plan, programme }) {
  const module = programme.modules.find(({ key }) => key === plan.module);
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("p", { className: "govuk-body-l", children: plan.aim }),
    module && /* @__PURE__ */ jsxs("p", { className: "govuk-body", children: [
      /* @__PURE__ */ jsxs("strong", { children: [
        module.title,
        "."
      ] }),
      " ",
      module.goal
    ] }),
    /* @__PURE__ */ jsx(Activities, { plan, programme }),
    plan.materials.length > 0 && /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Have ready" }),
      /* @__PURE__ */ jsx("ul", { className: "govuk-list govuk-list--bullet", children: plan.materials.map((material) => /* @__PURE__ */ jsx("li", { children: material }, material)) })
    ] }),
    plan.guidance.length > 0 && /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Guidance" }),
      keyed(plan.guidance).map(({ key, item }) => /* @__PURE__ */ jsx("p", { className: "govuk-body measure", children: item }, key))
    ] }),
    plan.homework && /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Between sessions" }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: plan.homework })
    ] }),
    /* @__PURE__ */ jsx(InsetText, { children: programme.notice })
  ] });
}
function Activities({ plan, programme }) {
  const mechanisms = new Map(programme.logicModel.mechanisms.map(({ key, title }) => [key, title]));
  return /* @__PURE__ */ jsx(
    Table,
    {
      stacked: true,
      caption: `${formatCount("activity", plan.activities.length)}, ${formatCount("minute", plan.minutes)} in all`,
      captionSize: "m",
      head: [
        { content: "Activity" },
        { content: "Kind" },
        { content: "What it is for" },
        { content: "Minutes", numeric: true }
      ],
      rows: plan.activities.map(({ title, core, mechanism, minutes }) => [
        { content: /* @__PURE__ */ jsx("strong", { children: title }) },
        { content: core ? /* @__PURE__ */ jsx(Tag, { colour: "blue", children: "Core" }) : "Adaptable" },
        { content: mechanisms.get(mechanism) ?? "" },
        { content: String(minutes), numeric: true }
      ])
    }
  );
}
const WORDS$1 = { prev: "Previous", next: "Next" };
const ARROWS = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
};
function PaginationLink({ direction, href, text, label, block }) {
  const arrowFirst = block || direction === "prev";
  return /* @__PURE__ */ jsx("div", { className: `govuk-pagination__${direction}`, children: /* @__PURE__ */ jsxs("a", { className: "govuk-link govuk-pagination__link", href, rel: direction, children: [
    arrowFirst && /* @__PURE__ */ jsx(Arrow, { direction }),
    /* @__PURE__ */ jsx(
      "span",
      {
        className: classNames(
          "govuk-pagination__link-title",
          block && !label && "govuk-pagination__link-title--decorated"
        ),
        children: text ?? /* @__PURE__ */ jsxs(Fragment, { children: [
          WORDS$1[direction],
          /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: " page" })
        ] })
      }
    ),
    label && block && /* @__PURE__ */ jsxs(Fragment, { children: [
      " ",
      /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: ":" }),
      " ",
      /* @__PURE__ */ jsx("span", { className: "govuk-pagination__link-label", children: label })
    ] }),
    !arrowFirst && /* @__PURE__ */ jsx(Arrow, { direction })
  ] }) });
}
function Arrow({ direction }) {
  return /* @__PURE__ */ jsx(
    "svg",
    {
      className: `govuk-pagination__icon govuk-pagination__icon--${direction}`,
      xmlns: "http://www.w3.org/2000/svg",
      height: "13",
      width: "15",
      "aria-hidden": "true",
      focusable: "false",
      viewBox: "0 0 15 13",
      children: /* @__PURE__ */ jsx("path", { d: ARROWS[direction] })
    }
  );
}
function Pagination({ previous, next, items, label = "Pagination", className, ...rest }) {
  const block = !items && Boolean(previous || next);
  return /* @__PURE__ */ jsxs(
    "nav",
    {
      className: classNames("govuk-pagination", block && "govuk-pagination--block", className),
      "aria-label": label,
      ...rest,
      children: [
        previous && /* @__PURE__ */ jsx(PaginationLink, { direction: "prev", block, ...previous }),
        items && /* @__PURE__ */ jsx("ul", { className: "govuk-pagination__list", children: keyed(items).map(({ key, item }) => /* @__PURE__ */ jsx(PaginationItem, { item }, key)) }),
        next && /* @__PURE__ */ jsx(PaginationLink, { direction: "next", block, ...next })
      ]
    }
  );
}
function PaginationItem({ item }) {
  if (item === "ellipsis") return /* @__PURE__ */ jsx("li", { className: "govuk-pagination__item govuk-pagination__item--ellipsis", children: "⋯" });
  return /* @__PURE__ */ jsx("li", { className: classNames("govuk-pagination__item", item.current && "govuk-pagination__item--current"), children: /* @__PURE__ */ jsx(
    "a",
    {
      className: "govuk-link govuk-pagination__link",
      href: item.href,
      "aria-label": item.label ?? `Page ${item.number}`,
      "aria-current": item.current ? "page" : void 0,
      children: item.number
    }
  ) });
}
const meta$H = () => pageTitle("Session plan");
const KINDS$2 = { group: "group session", individual: "individual session", review: "review" };
function loader$P({ request, context, params }) {
  requireAccess(request, context, "read", "programme");
  const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId));
  const at = programme.plans.findIndex(({ number }) => String(number) === params.planNumber);
  const plan = orNotFound(programme.plans[at]);
  const { notice, modules, logicModel } = programme;
  return json({
    plan,
    programme: { notice, modules, logicModel },
    back: { href: paths.programme(programmeIdOf(programme)), label: programmeLabel(programme) },
    caption: `${programmeLabel(programme)} · ${KINDS$2[plan.kind]} · ${formatLength(plan.minutes)}`,
    previous: linkTo(programme, programme.plans[at - 1]),
    next: linkTo(programme, programme.plans[at + 1])
  });
}
function linkTo(programme, plan) {
  return plan ? { href: paths.programmePlan(programmeIdOf(programme), plan.number), label: plan.title } : null;
}
function ProgrammePlan() {
  const { plan, programme, back, caption, previous, next } = useLoaderData();
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: back.href, children: back.label }),
    /* @__PURE__ */ jsx(PageHeader, { caption, title: plan.title }),
    /* @__PURE__ */ jsx(SessionPlanBody, { plan, programme }),
    /* @__PURE__ */ jsx(Pagination, { label: "Plans", previous: previous ?? void 0, next: next ?? void 0 })
  ] });
}
const route2 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: ProgrammePlan,
  loader: loader$P,
  meta: meta$H
}, Symbol.toStringTag, { value: "Module" }));
const SENTENCES$f = {
  "not-cancelled": "There is nothing to undo: this session stands. Nothing was changed.",
  "day-is-over": "This can no longer be undone, because the day on which it was recorded is over. The session stays cancelled; tell your coordinator if that is wrong."
};
function loader$O() {
  throw notFound();
}
function action$w({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "register");
  const sessionId = asId(params.sessionId);
  const outcome = undoNotHeld(context, actor, { sessionId });
  if (outcome.done) return redirect(paths.session(sessionId, "undone"));
  if (outcome.code === "not-found") throw notFound();
  throw new Response(SENTENCES$f[outcome.code], { status: 409 });
}
const route3 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$w,
  loader: loader$O
}, Symbol.toStringTag, { value: "Module" }));
function loader$N() {
  throw notFound();
}
function action$v({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "closures");
  const nation = orNotFound(parseNation(params.nation));
  if (!noteHolidaysChecked(context, actor, nation).done) throw notFound();
  return redirect(paths.bankHolidays(nation, "checked"));
}
function BankHolidaysCheck() {
  return null;
}
const route4 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$v,
  default: BankHolidaysCheck,
  loader: loader$N
}, Symbol.toStringTag, { value: "Module" }));
const CHANGED$1 = "Nothing was ended: somebody changed the safe contact while you had it open. Go back, open the page again and look at what stands now.";
function loader$M({ request, context, params }) {
  requireAccess(request, context, "write", "safe-contact");
  return redirect(paths.safeContact(asId(params.personId)));
}
async function action$u({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "safe-contact");
  const personId = asId(params.personId);
  const { values } = await readSentForm(request);
  const ends = asId(textOf({ values, errors: {} }, "ends"));
  const outcome = endSafeContact(context, actor, { personId, ends });
  if (outcome.done) return redirect(paths.safeContact(personId, "ended"));
  if (outcome.code === "not-found") throw notFound();
  throw new Response(CHANGED$1, { status: 409 });
}
const route5 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$u,
  loader: loader$M
}, Symbol.toStringTag, { value: "Module" }));
function ErrorSummary({
  title = "There is a problem",
  errors = [],
  disableAutoFocus,
  className,
  children,
  ...rest
}) {
  return /* @__PURE__ */ jsx(
    "div",
    {
      className: classNames("govuk-error-summary", className),
      "data-module": "govuk-error-summary",
      "data-disable-auto-focus": disableAutoFocus,
      ...rest,
      children: /* @__PURE__ */ jsxs("div", { role: "alert", children: [
        /* @__PURE__ */ jsx("h2", { className: "govuk-error-summary__title", children: title }),
        /* @__PURE__ */ jsxs("div", { className: "govuk-error-summary__body", children: [
          children && /* @__PURE__ */ jsx("p", { children }),
          errors.length > 0 && /* @__PURE__ */ jsx("ul", { className: "govuk-list govuk-error-summary__list", children: keyed(errors).map(({ key, item }) => /* @__PURE__ */ jsx("li", { children: item.href ? /* @__PURE__ */ jsx("a", { href: item.href, children: item.text }) : item.text }, key)) })
        ] })
      ] })
    }
  );
}
function FormErrorSummary({ form, ids = {} }) {
  const errors = Object.entries(form.errors);
  if (errors.length === 0) return null;
  return /* @__PURE__ */ jsx(
    ErrorSummary,
    {
      errors: errors.map(([name, text]) => ({
        text,
        href: name === "" || name === "form" ? void 0 : `#${ids[name] ?? name}`
      }))
    }
  );
}
function HiddenField({ name, value }) {
  return /* @__PURE__ */ jsx("input", { type: "hidden", name, value });
}
const meta$G = () => pageTitle("Undo an exit");
const SENTENCES$e = {
  "changed-meanwhile": () => ({
    field: "form",
    sentence: "Somebody changed this place while you had it open. Look at it first",
    status: 409
  }),
  "not-ended": () => ({ field: "form", sentence: "There is no exit to undo: the place goes on", status: 409 }),
  "already-on-programme": () => ({
    field: "form",
    sentence: "They have another place in this programme by now. Record its exit first"
  }),
  "cohort-full": ({ places }) => ({
    field: "form",
    sentence: `All ${places} places are taken by now. The place was given to somebody else`
  })
};
function loader$L({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "exit");
  const found = orNotFound(findEnrolment(context.db, actor, asId(params.enrolmentId), "write", "exit"));
  const { personId, givenName, familyName, cohort, version } = found;
  return json({ personId, name: `${givenName} ${familyName}`, cohort, version });
}
async function action$t({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "exit");
  const enrolmentId = asId(params.enrolmentId);
  orNotFound(findEnrolment(context.db, actor, enrolmentId, "write", "exit"));
  const read = await readForm(request, z.object({ version: shownVersion() }));
  if (!read.ok) return formErrors(read.form);
  const outcome = undoExit(context, actor, { enrolmentId, version: read.value.version });
  return outcome.done ? redirect(paths.person(outcome.value, "undone")) : answerRefusal(outcome, read.form, SENTENCES$e);
}
function ExitUndo() {
  var _a;
  const { personId, name, cohort, version } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.person(personId) }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: cohort, title: `Undo the exit of ${name}` }),
    /* @__PURE__ */ jsxs("p", { className: "govuk-body", children: [
      "The place goes on as if the exit had not been recorded: ",
      name,
      " is expected again at every session that they were taken off."
    ] }),
    /* @__PURE__ */ jsxs("form", { method: "post", children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: version }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Undo exit" })
    ] })
  ] });
}
const route6 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$t,
  default: ExitUndo,
  loader: loader$L,
  meta: meta$G
}, Symbol.toStringTag, { value: "Module" }));
function ErrorMessage({ spokenPrefix = "Error", className, children, ...rest }) {
  return /* @__PURE__ */ jsxs("p", { className: classNames("govuk-error-message", className), ...rest, children: [
    spokenPrefix && /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
      spokenPrefix,
      ":"
    ] }),
    spokenPrefix && " ",
    children
  ] });
}
function FormGroup({ error, className, ...rest }) {
  return /* @__PURE__ */ jsx("div", { className: classNames("govuk-form-group", error ? "govuk-form-group--error" : null, className), ...rest });
}
function Hint({ className, ...rest }) {
  return /* @__PURE__ */ jsx("div", { className: classNames("govuk-hint", className), ...rest });
}
function Label({ size, isHeading, className, htmlFor, children, ...rest }) {
  if (children === void 0) return null;
  const label = /* @__PURE__ */ jsx("label", { className: classNames("govuk-label", size && `govuk-label--${size}`, className), htmlFor, ...rest, children });
  return isHeading ? /* @__PURE__ */ jsx("h1", { className: "govuk-label-wrapper", children: label }) : label;
}
function splitQuestion(props) {
  const {
    name,
    id = name,
    label,
    labelSize,
    labelIsHeading,
    hint,
    error,
    describedBy,
    groupClassName,
    ...rest
  } = props;
  return {
    question: { id, label, labelSize, labelIsHeading, hint, error, groupClassName },
    control: { ...rest, id, name, "aria-describedby": describedByOf({ id, hint, error, describedBy }) },
    error
  };
}
function describedByOf({ id, hint, error, describedBy }) {
  return [describedBy, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || void 0;
}
function HintAndError({ id, hint, error }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    hint && /* @__PURE__ */ jsx(Hint, { id: `${id}-hint`, children: hint }),
    error && /* @__PURE__ */ jsx(ErrorMessage, { id: `${id}-error`, children: error })
  ] });
}
function Question({ label, labelSize, labelIsHeading, groupClassName, group, ...about }) {
  const { id, hint, error, children } = about;
  return /* @__PURE__ */ jsxs(FormGroup, { error, className: groupClassName, ...group, children: [
    /* @__PURE__ */ jsx(Label, { htmlFor: id, size: labelSize, isHeading: labelIsHeading, children: label }),
    /* @__PURE__ */ jsx(HintAndError, { id, hint, error }),
    children
  ] });
}
function Input({ width, prefix, suffix, className, type = "text", ...props }) {
  const { question, control, error } = splitQuestion(props);
  const input = /* @__PURE__ */ jsx(
    "input",
    {
      className: classNames(
        "govuk-input",
        width && `govuk-input--width-${width}`,
        className,
        error && "govuk-input--error"
      ),
      type,
      ...control
    }
  );
  return /* @__PURE__ */ jsx(Question, { ...question, children: prefix || suffix ? /* @__PURE__ */ jsxs("div", { className: "govuk-input__wrapper", children: [
    prefix && /* @__PURE__ */ jsx(Affix, { side: "prefix", children: prefix }),
    input,
    suffix && /* @__PURE__ */ jsx(Affix, { side: "suffix", children: suffix })
  ] }) : input });
}
function Affix({ side, children }) {
  return /* @__PURE__ */ jsx("div", { className: `govuk-input__${side}`, "aria-hidden": "true", children });
}
function TextField({ form, ...props }) {
  return /* @__PURE__ */ jsx(Input, { error: form.errors[props.name], defaultValue: textOf(form, props.name) || void 0, ...props });
}
const meta$F = () => pageTitle("Add a room");
function loader$K({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const { id, name } = orNotFound(findVenue(context.db, actor, asId(params.venueId)));
  return json({ id, name });
}
async function action$s({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const venueId = asId(params.venueId);
  orNotFound(findVenue(context.db, actor, venueId));
  const read = await readForm(request, newRoomForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = addRoom(context, actor, { venueId, ...read.value });
  return outcome.done ? redirect(paths.venue(venueId, "room-added")) : answerRefusal(outcome, read.form, nameInUse("room", "at this venue"));
}
function NewRoom() {
  var _a;
  const venue = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.venue(venue.id) }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: venue.name, title: "Add a room" }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(TextField, { form, name: "name", label: "Name of the room", width: 20 }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Add room" })
    ] })
  ] });
}
const route7 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$s,
  default: NewRoom,
  loader: loader$K,
  meta: meta$F
}, Symbol.toStringTag, { value: "Module" }));
function Textarea({ className, rows = 5, ...props }) {
  const { question, control, error } = splitQuestion(props);
  return /* @__PURE__ */ jsx(Question, { ...question, children: /* @__PURE__ */ jsx(
    "textarea",
    {
      className: classNames("govuk-textarea", error && "govuk-textarea--error", className),
      rows,
      ...control
    }
  ) });
}
function TextareaField({ form, ...props }) {
  return /* @__PURE__ */ jsx(Textarea, { error: form.errors[props.name], defaultValue: textOf(form, props.name) || void 0, ...props });
}
const notHeldForm = z.object({
  reason: z.string("Enter why the session did not go ahead").trim().min(1, "Enter why the session did not go ahead").max(200, "The reason must be 200 characters or fewer"),
  version: z.coerce.number("Open this page again and send it once more").int().positive()
});
const SENTENCES$d = {
  "cancelled-already": () => ({
    field: "form",
    sentence: "It is already recorded that this session did not go ahead",
    status: 409
  }),
  "changed-meanwhile": () => ({
    field: "form",
    sentence: "Somebody changed this session while your page was open. Check what it says now, then send your reason again",
    status: 409
  }),
  "day-not-come": ({ day }) => ({
    field: "form",
    sentence: typeof day === "string" ? `You can record this from ${formatDay(calendarDay(day))} on, the day of the session` : "This session has no date yet, so it cannot have been missed"
  }),
  "has-marks": () => ({
    field: "form",
    sentence: "The register says who was there or stayed away. Take those marks back first if the session did not go ahead",
    status: 409
  }),
  "has-log": () => ({
    field: "form",
    sentence: "A delivery log says what was delivered in this session, so it went ahead",
    status: 409
  })
};
const meta$E = () => pageTitle("The session did not go ahead");
function loader$J({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "register");
  const sessionId = asId(params.sessionId);
  const { session, cohort } = orNotFound(findSessionDay(context.db, actor, sessionId, "write", "register"));
  const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : "not booked yet";
  const caption = `${cohort.name} · session ${session.planNumber} · ${when}`;
  return { sessionId, planNumber: session.planNumber, version: session.version, caption };
}
async function action$r({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "register");
  const sessionId = asId(params.sessionId);
  orNotFound(findSessionDay(context.db, actor, sessionId, "write", "register"));
  const read = await readForm(request, notHeldForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = recordNotHeld(context, actor, { sessionId, ...read.value });
  if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES$d);
  return redirect(paths.session(sessionId, "not-held"));
}
function NotHeld$2() {
  var _a;
  const { sessionId, planNumber, version, caption } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs(BackLink, { href: paths.session(sessionId), children: [
      "Session ",
      planNumber
    ] }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx("div", { className: "govuk-grid-row", children: /* @__PURE__ */ jsxs("div", { className: "govuk-grid-column-two-thirds", children: [
      /* @__PURE__ */ jsx(PageHeader, { caption, title: "The session did not go ahead" }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "When you record this:" }),
      /* @__PURE__ */ jsxs("ul", { className: "govuk-list govuk-list--bullet", children: [
        /* @__PURE__ */ jsx("li", { children: "nobody counts as absent, and apologies stay as they are" }),
        /* @__PURE__ */ jsx("li", { children: "the plan is still to be delivered; until then it shows as a gap" }),
        /* @__PURE__ */ jsx("li", { children: "calendars show the session as cancelled" })
      ] }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "You can undo it until the end of today." }),
      /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
        /* @__PURE__ */ jsx(HiddenField, { name: "version", value: version }),
        /* @__PURE__ */ jsx(
          TextareaField,
          {
            form,
            name: "reason",
            label: "Why did it not go ahead?",
            hint: "For example, the venue was closed. Do not name a participant.",
            rows: 3
          }
        ),
        /* @__PURE__ */ jsx(Button, { variant: "warning", preventDoubleClick: true, children: "Record that it did not go ahead" })
      ] })
    ] }) })
  ] });
}
const route8 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$r,
  default: NotHeld$2,
  loader: loader$J,
  meta: meta$E
}, Symbol.toStringTag, { value: "Module" }));
const PARTS$2 = ["rating", "minutes", "reason"];
const fieldOf$1 = (part, key) => `${part}-${key}`;
const LONGEST_REASON = 300;
const LONGEST_NOTE = 2e3;
function readLogForm({ values }) {
  const { intent = "save", version = "", note = "" } = values;
  const isKnown = intent === "save" || intent === "as-planned";
  if (!isKnown || typeof version !== "string" || !/^\d{1,9}$/.test(version) || typeof note !== "string") return null;
  const keys = new Set(Object.keys(values).flatMap((name) => {
    var _a;
    return ((_a = /^(?:rating|minutes|reason)-(.+)$/.exec(name)) == null ? void 0 : _a[1]) ?? [];
  }));
  const read = [...keys].map((key) => readEntry(values, key));
  return {
    entries: read.map(({ entry: entry2 }) => entry2),
    restAsPlanned: intent === "as-planned",
    note: note.trim() || null,
    openedVersion: Number(version),
    faults: read.flatMap(({ faults }) => faults)
  };
}
function isNoteTooLong({ note }) {
  return note !== null && note.length > LONGEST_NOTE;
}
function readEntry(values, activityKey) {
  const sent = (part) => values[fieldOf$1(part, activityKey)];
  const text = (part) => [sent(part) ?? ""].flat()[0].trim();
  const faults = PARTS$2.filter((part) => Array.isArray(sent(part))).map((part) => {
    return { activityKey, part, code: "answered-twice" };
  });
  const rating = parseActivityRating(text("rating"));
  if (text("rating") !== "" && !rating) faults.push({ activityKey, part: "rating", code: "unknown-rating" });
  if (text("reason").length > LONGEST_REASON) faults.push({ activityKey, part: "reason", code: "too-long" });
  const entry2 = {
    activityKey,
    rating,
    minutes: minutesOf(rating, text("minutes")),
    reason: text("reason") || null
  };
  return { entry: entry2, faults };
}
function minutesOf(rating, text) {
  return text === "" || rating === "not-delivered" ? null : Number(text);
}
const BROKEN_FORM$1 = "The page was sent incomplete, so nothing was saved. Check the answers below and save again";
const REFUSALS = {
  "session-cancelled": {
    status: 409,
    sentence: "Nothing was saved: it is recorded that this session did not go ahead"
  },
  "session-not-started": { status: 422, sentence: "Nothing was saved: the log opens when the session starts" },
  "nothing-rated": {
    status: 400,
    sentence: "Say of at least one activity how it was delivered, or choose “Everything left as planned”"
  },
  "changed-meanwhile": {
    status: 409,
    sentence: "You saved another version of this log in another window. Check the answers below: saving again puts them in its place"
  }
};
function sayFault$1(fault, title, entry2) {
  const about = `“${title}”`;
  switch ("code" in fault ? fault.code : fault.fault) {
    case "answered-twice":
      return { part: "rating", sentence: `Answer once for ${about}: two answers were sent` };
    case "unknown-rating":
      return { part: "rating", sentence: `Choose how ${about} was delivered` };
    case "too-long":
      return { part: "reason", sentence: `The reason for ${about} must be ${LONGEST_REASON} characters or fewer` };
    case "minutes-out-of-range":
      return {
        part: "minutes",
        sentence: `The minutes of ${about} must be a whole number from 0 to ${MOST_ACTIVITY_MINUTES}`
      };
    case "minutes-without-rating":
      return { part: "rating", sentence: `Choose how ${about} was delivered, or leave its minutes empty` };
    case "minutes-although-not-delivered":
      return { part: "minutes", sentence: `Leave the minutes of ${about} empty: it was not delivered` };
    case "reason-needed":
      return {
        part: "reason",
        sentence: `Enter why ${about} was ${(entry2 == null ? void 0 : entry2.rating) === "not-delivered" ? "not delivered" : "changed"}`
      };
    default:
      return null;
  }
}
function sayDifference(title, stands, savedAt, now) {
  const { day, time } = wallTimeOf(savedAt);
  const when = day === dayOf(now) ? `at ${formatTime(time)}` : `on ${formatDate(day)} at ${formatTime(time)}`;
  return `“${title}” was saved ${when} as: ${ratingInWords(stands)}`;
}
function ratingInWords(entry2) {
  if (!entry2 || entry2.rating === null) return "no answer";
  const minutes = entry2.rating !== "not-delivered" && entry2.minutes !== null && formatCount("minute", entry2.minutes);
  return [RATING_MEANINGS[entry2.rating].label, minutes, entry2.reason].filter(Boolean).join(", ");
}
function answerFaults$1(faults, { sent, form, activities }) {
  var _a;
  const errors = {};
  for (const fault of faults) {
    const activity = activities.find(({ key }) => key === fault.activityKey);
    const entry2 = form.entries.find(({ activityKey }) => activityKey === fault.activityKey);
    const said2 = activity ? sayFault$1(fault, activity.title, entry2) : null;
    if (said2) errors[_a = fieldOf$1(said2.part, fault.activityKey)] ?? (errors[_a] = said2.sentence);
    else errors.form = BROKEN_FORM$1;
  }
  if (isNoteTooLong(form)) errors.note = `The note must be ${LONGEST_NOTE} characters or fewer`;
  return formErrors({ values: sent.values, errors });
}
function answerLogRefusal(refusal, asked) {
  const { code, details } = refusal;
  if (code === "not-found") throw notFound();
  if (code === "faulty-log") return answerFaults$1(details.faults, asked);
  const { sentence: sentence2, status } = REFUSALS[code];
  const errors = { form: sentence2 };
  if (code !== "changed-meanwhile") return formErrors({ values: asked.sent.values, errors }, status);
  const stands = details.stands;
  for (const { activity, saved } of differences(asked, (stands == null ? void 0 : stands.ratings) ?? [])) {
    errors[fieldOf$1("rating", activity.key)] = sayDifference(activity.title, saved, stands.savedAt, asked.now);
  }
  return formErrors({ values: { ...asked.sent.values, version: String((stands == null ? void 0 : stands.version) ?? 0) }, errors }, status);
}
function differences({ form, activities }, ratings) {
  return activities.map((activity) => ({
    activity,
    saved: ratings.find(({ activityKey }) => activityKey === activity.key),
    typed: form.entries.find(({ activityKey }) => activityKey === activity.key)
  })).filter(({ saved, typed }) => ratingInWords(saved) !== ratingInWords(typed));
}
function readLogView({ db, clock, content }, actor, sessionId) {
  const day = findSessionDay(db, actor, sessionId, "read", "delivery-log");
  if (!day) return null;
  const { session, cohort } = day;
  const now = clock.now();
  const sessions = listTerm(db, actor, cohort.id);
  const notes = noteSchedule(sessions, listKeptTimes(db, actor, cohort.id), []);
  const { activities } = planNumbered(content.programmeOf(cohort), session.planNumber);
  const versions = listSessionLogs(db, actor, sessionId);
  const { used, apart } = chooseLog(versions);
  const logs = used ? [used, ...apart] : [];
  const own = logs.find(({ staffId }) => staffId === actor.staffId) ?? null;
  const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : "not booked yet";
  const isOpen = session.state !== "cancelled" && hasStarted(session, now);
  return {
    sessionId,
    planNumber: session.planNumber,
    caption: `${cohort.name} · session ${session.planNumber} of ${sessions.length} · ${when}`,
    strip: stripSessions({ sessions, notes, current: sessionId, now }),
    stripNote: stripNote({ moved: notes.moved, skipped: [] }),
    activities,
    mayWrite: isOpen && day.may("write", "delivery-log"),
    whyClosed: whyClosed(session.state, session.stateReason, when, isOpen),
    own: own && { version: own.version, note: own.note, ratings: own.ratings },
    logs: logs.filter(({ isBlind }) => !isBlind).map((log2) => figuresOf(log2, activities)),
    /** Colleagues whose log is kept back until one's own is saved. */
    keptBack: logs.filter(({ isBlind }) => isBlind).map(({ staffName }) => staffName)
  };
}
function whyClosed(state, reason, when, isOpen) {
  if (state === "cancelled") return `This session did not go ahead: ${reason}`;
  return isOpen ? null : `The log opens when the session starts: ${when}.`;
}
function figuresOf({ staffName, version, savedAt, note, ratings }, activities) {
  const logged = { activities, ratings };
  return {
    by: staffName,
    version,
    savedAt: formatInstant(savedAt),
    note,
    adherence: sessionAdherence(logged),
    dose: sessionDose(logged),
    answers: activities.map(({ key, title, core, minutes }) => {
      const rated = ratings.find(({ activityKey }) => activityKey === key);
      return { key, title, core, plannedMinutes: minutes, answer: ratingInWords(rated) };
    })
  };
}
function EmptyState({ title, children, headingLevel = 2 }) {
  const Heading = `h${headingLevel}`;
  return /* @__PURE__ */ jsxs("div", { className: "empty-state", children: [
    /* @__PURE__ */ jsx(Heading, { className: "govuk-heading-m empty-state__title", children: title }),
    typeof children === "string" ? /* @__PURE__ */ jsx("p", { className: "govuk-body", children }) : children
  ] });
}
function NotificationBanner({
  type,
  title = type === "success" ? "Success" : "Important",
  titleId = "govuk-notification-banner-title",
  headingLevel = 2,
  disableAutoFocus,
  role = type === "success" ? "alert" : "region",
  className,
  children,
  ...rest
}) {
  const Heading = `h${headingLevel}`;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role, which takes a name, stands in a variable.
    /* @__PURE__ */ jsxs(
      "div",
      {
        className: classNames("govuk-notification-banner", type && `govuk-notification-banner--${type}`, className),
        role,
        "aria-labelledby": titleId,
        "data-module": "govuk-notification-banner",
        "data-disable-auto-focus": disableAutoFocus,
        ...rest,
        children: [
          /* @__PURE__ */ jsx("div", { className: "govuk-notification-banner__header", children: /* @__PURE__ */ jsx(Heading, { className: "govuk-notification-banner__title", id: titleId, children: title }) }),
          /* @__PURE__ */ jsx("div", { className: "govuk-notification-banner__content", children: typeof children === "string" ? /* @__PURE__ */ jsx("p", { className: "govuk-notification-banner__heading", children }) : children })
        ]
      }
    )
  );
}
function Said({ sentence: sentence2 }) {
  return sentence2 === null ? null : /* @__PURE__ */ jsx(NotificationBanner, { type: "success", children: sentence2 });
}
const STATE_WORDS$1 = {
  held: "held",
  today: "today",
  "to-come": "to come",
  cancelled: "cancelled",
  "not-recorded": "past, not recorded yet"
};
function SessionStrip({ sessions, label = "Sessions", note }) {
  const key = keyTo(sessions);
  return /* @__PURE__ */ jsxs("div", { className: "session-strip", children: [
    /* @__PURE__ */ jsx("ol", { className: "session-strip__list", "aria-label": label, children: sessions.map((session) => /* @__PURE__ */ jsx("li", { className: "session-strip__item", children: /* @__PURE__ */ jsx(StripBox, { session }) }, session.key ?? session.number)) }),
    note && /* @__PURE__ */ jsx("p", { className: "session-strip__note", children: note }),
    key && /* @__PURE__ */ jsx("p", { className: "session-strip__note", children: key })
  ] });
}
function StripBox({ session }) {
  const { number, day, state, movedFrom, href, current } = session;
  const inside = /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs(
      "span",
      {
        className: classNames(
          "session-strip__box",
          `session-strip__box--${state}`,
          movedFrom && "session-strip__box--moved"
        ),
        children: [
          /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: "Session " }),
          number
        ]
      }
    ),
    /* @__PURE__ */ jsx("span", { className: "session-strip__day", "aria-hidden": "true", children: day ? formatShortDay(day) : "not booked" }),
    /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
      `, ${day ? formatDay(day) : "not booked"}, ${STATE_WORDS$1[state]}`,
      movedFrom && `, moved from ${formatDate(movedFrom)}`
    ] })
  ] });
  const className = classNames("session-strip__session", current && "session-strip__session--current");
  if (!href) {
    return /* @__PURE__ */ jsx("span", { className, "aria-current": current ? "true" : void 0, children: inside });
  }
  return /* @__PURE__ */ jsx("a", { className, href, "aria-current": current ? "true" : void 0, children: inside });
}
function keyTo(sessions) {
  const has = (state) => sessions.some((session) => session.state === state);
  const meanings = [
    has("cancelled") && "Struck through: cancelled.",
    sessions.some((session) => session.movedFrom) && "Marked corner: moved.",
    has("not-recorded") && "Dashed: past and not recorded yet."
  ];
  return meanings.filter(Boolean).join(" ") || null;
}
function RegisterRow({ id, person, note, marks: marks2, reason, minutes, status, error, children }) {
  const describedBy = classNames(note ? `${id}-note` : null, error && `${id}-error`);
  return /* @__PURE__ */ jsxs("fieldset", { className: classNames("register-row", error && "register-row--error"), "aria-describedby": describedBy, children: [
    /* @__PURE__ */ jsx("legend", { className: "register-row__person", children: person }),
    note && /* @__PURE__ */ jsx("p", { className: "register-row__note", id: `${id}-note`, children: note }),
    /* @__PURE__ */ jsxs("div", { className: "register-row__marks", children: [
      error && /* @__PURE__ */ jsx(ErrorMessage, { id: `${id}-error`, children: error }),
      marks2,
      (reason || minutes) && /* @__PURE__ */ jsxs("div", { className: "register-row__extras", children: [
        reason && /* @__PURE__ */ jsx("div", { className: "register-row__more register-row__more--reason", children: reason }),
        minutes && /* @__PURE__ */ jsx("div", { className: "register-row__more register-row__more--minutes", children: minutes })
      ] })
    ] }),
    status && /* @__PURE__ */ jsx("div", { className: "register-row__status", children: status }),
    children
  ] });
}
function SaveBar({ button, status, statusId, hint, children }) {
  return /* @__PURE__ */ jsxs("div", { className: "save-bar", children: [
    /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, className: "save-bar__button", children: button }),
    children,
    /* @__PURE__ */ jsx("p", { className: "save-bar__status", role: "status", id: statusId, children: status }),
    hint && /* @__PURE__ */ jsx("div", { className: "save-bar__hint", children: hint })
  ] });
}
function Segmented({ name, options, selected, idPrefix = name, describedBy, disabled }) {
  return /* @__PURE__ */ jsx("div", { className: "segmented", children: keyed(options).map(({ key, place, item }) => {
    var _a;
    const id = place === 1 ? idPrefix : `${idPrefix}-${place}`;
    return /* @__PURE__ */ jsxs("div", { className: "segmented__option", children: [
      /* @__PURE__ */ jsx(
        "input",
        {
          className: classNames("segmented__input", `segmented__input--${item.tone ?? "neutral"}`),
          type: "radio",
          id,
          name,
          value: item.value,
          defaultChecked: item.value === selected,
          disabled,
          "aria-describedby": describedBy,
          "data-letter": item.letter,
          "data-opens": ((_a = item.opens) == null ? void 0 : _a.join(" ")) || void 0
        }
      ),
      /* @__PURE__ */ jsx("label", { className: "segmented__label", htmlFor: id, children: item.label })
    ] }, key);
  }) });
}
const RATINGS = ACTIVITY_RATINGS.map((rating) => {
  const { label, delivered, asIntended } = RATING_MEANINGS[rating];
  if (!delivered) return { value: rating, label, tone: "absent", opens: ["reason"] };
  return { value: rating, label, tone: "present", opens: asIntended ? ["minutes"] : ["minutes", "reason"] };
});
function LogForm({ view, form }) {
  const { activities, own, sessionId } = view;
  const rated = (own == null ? void 0 : own.ratings.length) ?? 0;
  return /* @__PURE__ */ jsxs("form", { method: "post", action: paths.deliveryLog(sessionId), className: "delivery-log", noValidate: true, children: [
    /* @__PURE__ */ jsx("button", { type: "submit", disabled: true, hidden: true }),
    /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") || ((own == null ? void 0 : own.version) ?? 0) }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: own ? "Correct your log" : "Your log" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Say how each activity was delivered. Give a reason where a core activity was changed, and where any was not delivered. What you leave open counts as missing, never as not delivered." }),
    rated < activities.length && /* @__PURE__ */ jsxs("div", { className: "toolbar", children: [
      /* @__PURE__ */ jsx(Button, { variant: "secondary", name: "intent", value: "as-planned", children: "Everything left as planned" }),
      /* @__PURE__ */ jsx("span", { className: "quiet", children: "Saves the rest as intended, with the minutes of the plan" })
    ] }),
    activities.map((activity) => /* @__PURE__ */ jsx(ActivityRow, { activity, view, form }, activity.key)),
    /* @__PURE__ */ jsx(
      Textarea,
      {
        name: "note",
        label: "Anything else about this session",
        hint: "About the delivery. Do not name a participant.",
        rows: 3,
        maxLength: LONGEST_NOTE,
        error: form.errors.note,
        defaultValue: "note" in form.values ? textOf(form, "note") : (own == null ? void 0 : own.note) ?? "",
        groupClassName: "delivery-log__note"
      }
    ),
    /* @__PURE__ */ jsx(SaveBar, { button: "Save log", status: `${rated} of ${activities.length} answered` })
  ] });
}
function ActivityRow({ activity, view, form }) {
  var _a;
  const { key, title, core, minutes } = activity;
  const saved = (_a = view.own) == null ? void 0 : _a.ratings.find(({ activityKey }) => activityKey === key);
  const field = (part) => fieldOf$1(part, key);
  const wasSent = "version" in form.values;
  const shown = (part) => wasSent ? textOf(form, field(part)) : String((saved == null ? void 0 : saved[part]) ?? "");
  const errors = ["rating", "minutes", "reason"].flatMap((part) => form.errors[field(part)] ?? []);
  return /* @__PURE__ */ jsx(
    RegisterRow,
    {
      id: key,
      person: title,
      note: `${core ? "Core" : "Adaptable"} · ${formatCount("minute", minutes)} planned`,
      error: errors[0],
      status: saved ? /* @__PURE__ */ jsx(Tag, { colour: "green", children: "Saved" }) : "Not answered",
      marks: /* @__PURE__ */ jsx(Segmented, { name: field("rating"), options: RATINGS, selected: shown("rating") || null }),
      minutes: /* @__PURE__ */ jsx(
        Input,
        {
          name: field("minutes"),
          label: "Minutes it took",
          inputMode: "numeric",
          width: 3,
          maxLength: 3,
          defaultValue: shown("minutes")
        }
      ),
      reason: /* @__PURE__ */ jsx(
        Input,
        {
          name: field("reason"),
          label: core ? "Reason" : "Reason (needed if it was not delivered)",
          maxLength: LONGEST_REASON,
          defaultValue: shown("reason")
        }
      )
    }
  );
}
function StatCard({ label, figure, outOf, note }) {
  return /* @__PURE__ */ jsxs("li", { className: "stat-card", children: [
    /* @__PURE__ */ jsx("p", { className: "stat-card__label", children: label }),
    /* @__PURE__ */ jsxs("p", { className: "stat-card__figure", children: [
      figure,
      outOf && /* @__PURE__ */ jsxs(Fragment, { children: [
        " ",
        /* @__PURE__ */ jsx("span", { className: "stat-card__out-of", children: outOf })
      ] })
    ] }),
    note && /* @__PURE__ */ jsx("p", { className: "stat-card__note", children: note })
  ] });
}
function StatCards({ children }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: VoiceOver forgets that a list drawn without bullets is one.
    /* @__PURE__ */ jsx("ul", { className: "stat-cards", role: "list", children })
  );
}
function Details({ summary, className, children, ...rest }) {
  return /* @__PURE__ */ jsxs("details", { className: classNames("govuk-details", className), ...rest, children: [
    /* @__PURE__ */ jsx("summary", { className: "govuk-details__summary", children: /* @__PURE__ */ jsx("span", { className: "govuk-details__summary-text", children: summary }) }),
    /* @__PURE__ */ jsx("div", { className: "govuk-details__text", children })
  ] });
}
function SavedLog({ log: log2 }) {
  const { by, version, savedAt, adherence, dose, note, answers: answers2 } = log2;
  const missing = adherence.missing > 0 ? `${formatCount("activity", adherence.missing)} not answered` : void 0;
  const unknown = dose.missing > 0 ? `${formatCount("activity", dose.missing)} without minutes` : void 0;
  return /* @__PURE__ */ jsxs("section", { className: "saved-log", children: [
    /* @__PURE__ */ jsxs("h2", { className: "govuk-heading-m", children: [
      "Log by ",
      by
    ] }),
    /* @__PURE__ */ jsxs("p", { className: "govuk-body quiet", children: [
      "Saved ",
      savedAt,
      version > 1 && `, corrected ${formatCount("time", version - 1)}`
    ] }),
    /* @__PURE__ */ jsxs(StatCards, { children: [
      /* @__PURE__ */ jsx(StatCard, { label: "Delivered", ...figureOf(adherence.delivered), note: missing ?? "of the activities planned" }),
      /* @__PURE__ */ jsx(StatCard, { label: "Core delivered", ...figureOf(adherence.core), note: "of the core activities" }),
      /* @__PURE__ */ jsx(StatCard, { label: "As intended", ...figureOf(adherence.asIntended), note: "without any change" }),
      /* @__PURE__ */ jsx(StatCard, { label: "Minutes", ...figureOf(dose.minutes), note: unknown ?? "of the minutes planned" })
    ] }),
    note && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: note }),
    /* @__PURE__ */ jsx(Details, { summary: "Every answer", children: /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        head: ["Activity", "Planned", "Delivered"],
        rows: answers2.map(({ title, core, plannedMinutes, answer }) => [
          core ? `${title} (core)` : title,
          formatCount("minute", plannedMinutes),
          answer
        ])
      }
    ) })
  ] });
}
function figureOf({ count, outOf, percent: percent2 }) {
  return {
    figure: percent2 === null ? "no data" : `${percent2}%`,
    outOf: percent2 === null ? void 0 : `${count} of ${outOf}`
  };
}
function LogPage({ view, form, said: said2 }) {
  const { logs, keptBack, mayWrite, whyClosed: whyClosed2 } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs(BackLink, { href: paths.session(view.sessionId), children: [
      "Session ",
      view.planNumber
    ] }),
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: view.caption, title: "Delivery log", children: /* @__PURE__ */ jsx(SessionStrip, { sessions: view.strip, note: view.stripNote ?? void 0 }) }),
    whyClosed2 && /* @__PURE__ */ jsx(InsetText, { children: whyClosed2 }),
    logs.map((log2) => /* @__PURE__ */ jsx(SavedLog, { log: log2 }, log2.by)),
    keptBack.length > 0 && /* @__PURE__ */ jsxs(InsetText, { children: [
      listInWords(keptBack),
      " saved a log already. You see it once you have saved yours, so that both are written alone."
    ] }),
    mayWrite && /* @__PURE__ */ jsx(LogForm, { view, form }),
    !mayWrite && !whyClosed2 && logs.length === 0 && /* @__PURE__ */ jsx(EmptyState, { title: "No log yet", children: "The facilitators of this cohort write it after the session." })
  ] });
}
const meta$D = () => pageTitle("Delivery log");
const SAID$f = { saved: "Delivery log saved.", unchanged: "Everything on this page was saved already." };
function loader$I({ request, context, params }) {
  const actor = requireAccess(request, context, "read", "delivery-log");
  const view = orNotFound(readLogView(context, actor, asId(params.sessionId)));
  return { ...view, said: said(request, SAID$f) };
}
async function action$q({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "delivery-log");
  const sessionId = asId(params.sessionId);
  const { session, cohort } = orNotFound(findSessionDay(context.db, actor, sessionId, "write", "delivery-log"));
  const sent = await readSentForm(request);
  const form = readLogForm(sent);
  if (!form) return formErrors({ values: sent.values, errors: { form: BROKEN_FORM$1 } });
  const { activities } = planNumbered(context.content.programmeOf(cohort), session.planNumber);
  const asked = { sent, form, activities, now: context.clock.now() };
  if (form.faults.length > 0 || isNoteTooLong(form)) return answerFaults$1(form.faults, asked);
  const outcome = recordDeliveryLog(context, actor, { sessionId, ...form });
  if (!outcome.done) return answerLogRefusal(outcome, asked);
  return redirect(paths.deliveryLog(sessionId, outcome.value.isNew ? "saved" : "unchanged"));
}
function DeliveryLog() {
  var _a;
  const { said: said2, ...view } = useLoaderData();
  return /* @__PURE__ */ jsx(LogPage, { view, form: ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM, said: said2 });
}
const route9 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$q,
  default: DeliveryLog,
  loader: loader$I,
  meta: meta$D
}, Symbol.toStringTag, { value: "Module" }));
const meta$C = () => pageTitle("Add a venue");
function loader$H({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  return json({ area: orNotFound(findArea(context.db, actor, asId(params.areaId))).name });
}
async function action$p({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const areaId = asId(params.areaId);
  orNotFound(findArea(context.db, actor, areaId));
  const read = await readForm(request, newVenueForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = addVenue(context, actor, { areaId, ...read.value });
  return outcome.done ? redirect(paths.venue(outcome.value, "added")) : answerRefusal(outcome, read.form, nameInUse("venue", "in this area"));
}
function NewVenue() {
  var _a;
  const { area: area2 } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.places() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: area2, title: "Add a venue" }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(
        TextField,
        {
          form,
          name: "name",
          label: "Name of the venue",
          hint: "Staff read it. Participants never do.",
          width: 30
        }
      ),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Add venue" })
    ] })
  ] });
}
const route10 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$p,
  default: NewVenue,
  loader: loader$H,
  meta: meta$C
}, Symbol.toStringTag, { value: "Module" }));
const bankHolidayForm = withDays(
  ["date"],
  z.object({
    title: requiredText("Enter the name of the bank holiday", 60),
    date: typedDay({ missing: "Enter the day of the bank holiday" })
  })
);
const SENTENCES$c = {
  "holiday-already-there": ({ date, title }) => ({
    field: "date",
    sentence: `${dayInWords(date)} is on the list already: ${title}`
  }),
  "holiday-at-weekend": ({ date }) => ({
    field: "date",
    sentence: `${dayInWords(date)} is in a weekend. Enter the weekday that stands for it`
  })
};
function Fieldset({
  legend,
  legendSize,
  legendIsHeading,
  legendClassName,
  className,
  children,
  ...rest
}) {
  const size = legendSize && `govuk-fieldset__legend--${legendSize}`;
  return /* @__PURE__ */ jsxs("fieldset", { className: classNames("govuk-fieldset", className), ...rest, children: [
    legend && /* @__PURE__ */ jsx("legend", { className: classNames("govuk-fieldset__legend", size, legendClassName), children: legendIsHeading ? /* @__PURE__ */ jsx("h1", { className: "govuk-fieldset__heading", children: legend }) : legend }),
    children
  ] });
}
const PARTS$1 = ["day", "month", "year"];
function DateInput({
  id,
  namePrefix,
  parts = PARTS$1,
  partIds = {},
  values = {},
  hint,
  error,
  wrongParts = error ? PARTS$1 : [],
  describedBy,
  autoComplete,
  groupClassName,
  ...props
}) {
  const { legend, legendSize, legendIsHeading, legendClassName, className, ...rest } = props;
  const inside = /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(HintAndError, { id, hint, error }),
    /* @__PURE__ */ jsx("div", { className: classNames("govuk-date-input", className), id, ...rest, children: parts.map((part) => /* @__PURE__ */ jsx(
      DatePartInput,
      {
        part,
        id: partIds[part] ?? `${id}-${part}`,
        name: namePrefix ? `${namePrefix}-${part}` : part,
        defaultValue: values[part],
        autoComplete: autoComplete && `${autoComplete}-${part}`,
        wrong: wrongParts.includes(part)
      },
      part
    )) })
  ] });
  return /* @__PURE__ */ jsx(FormGroup, { error, className: groupClassName, children: legend ? (
    // JAWS does not read a fieldset's description without the role.
    /* @__PURE__ */ jsx(
      Fieldset,
      {
        role: "group",
        "aria-describedby": describedByOf({ id, hint, error, describedBy }),
        ...{ legend, legendSize, legendIsHeading, legendClassName },
        children: inside
      }
    )
  ) : inside });
}
function DatePartInput({ part, id, wrong, ...rest }) {
  const width = part === "year" ? "govuk-input--width-4" : "govuk-input--width-2";
  return /* @__PURE__ */ jsx("div", { className: "govuk-date-input__item", children: /* @__PURE__ */ jsxs(FormGroup, { children: [
    /* @__PURE__ */ jsx(Label, { htmlFor: id, className: "govuk-date-input__label", children: `${part.charAt(0).toUpperCase()}${part.slice(1)}` }),
    /* @__PURE__ */ jsx(
      "input",
      {
        className: classNames("govuk-input govuk-date-input__input", wrong && "govuk-input--error", width),
        id,
        type: "text",
        inputMode: "numeric",
        ...rest
      }
    )
  ] }) });
}
function DateField({ form, name, hint = "For example, 4 5 2026", ...legend }) {
  return /* @__PURE__ */ jsx(
    DateInput,
    {
      id: `${name}-date`,
      namePrefix: name,
      partIds: { day: name, month: `${name}-month`, year: `${name}-year` },
      values: {
        day: textOf(form, `${name}-day`) || void 0,
        month: textOf(form, `${name}-month`) || void 0,
        year: textOf(form, `${name}-year`) || void 0
      },
      hint,
      error: form.errors[name],
      ...legend
    }
  );
}
function BankHolidaysPage({ view, form }) {
  const { nation, days, source, mayChange, said: said2 } = view;
  const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))];
  const checkedOn = days.map((day) => day.checkedOn).toSorted()[0];
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.closures() }),
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: "Bank holidays", title: NATION_NAMES[nation], children: /* @__PURE__ */ jsxs("p", { className: "govuk-body", children: [
      checkedOn ? `Checked on ${formatDate(checkedOn)}. ` : "",
      source
    ] }) }),
    mayChange && /* @__PURE__ */ jsx("form", { method: "post", action: paths.bankHolidaysCheck(nation), children: /* @__PURE__ */ jsx(Button, { variant: "secondary", preventDoubleClick: true, children: "I compared it with the official list today" }) }),
    years.map((year) => /* @__PURE__ */ jsx(YearTable, { year, days: days.filter(({ day }) => day.startsWith(year)), mayChange }, year)),
    mayChange && /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Add a bank holiday" }),
      /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
        /* @__PURE__ */ jsx(TextField, { form, name: "title", label: "Name", width: 30 }),
        /* @__PURE__ */ jsx(DateField, { form, name: "date", legend: "Day" }),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Add bank holiday" })
      ] })
    ] })
  ] });
}
function YearTable({ year, days, mayChange }) {
  return /* @__PURE__ */ jsx(
    Table,
    {
      stacked: true,
      firstCellIsHeader: true,
      caption: year,
      captionSize: "m",
      head: [
        "Day",
        "Name",
        ...mayChange ? [
          /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: "Action" }, "a")
        ] : []
      ],
      rows: days.map(({ id, day, title }) => [
        formatDay(day),
        title,
        ...mayChange ? [
          /* @__PURE__ */ jsxs("a", { className: "govuk-link", href: paths.bankHolidayRemoval(id), children: [
            "Remove",
            /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
              " ",
              title,
              ", ",
              formatDay(day)
            ] })
          ] }, "remove")
        ] : []
      ])
    }
  );
}
const meta$B = () => pageTitle("Bank holidays");
const SAID$e = {
  added: "The bank holiday is added.",
  removed: "The bank holiday is removed.",
  checked: "Noted: you checked the list today."
};
function loader$G({ request, context, params }) {
  const actor = requireAccess(request, context, "read", "closures");
  const nation = orNotFound(parseNation(params.nation));
  return json({
    nation,
    days: listBankHolidays(context.db, actor).filter((day) => day.nation === nation),
    source: context.content.bankHolidays[nation].source,
    mayChange: mayAtAll$1(actor, "write", "closures"),
    said: said(request, SAID$e)
  });
}
async function action$o({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "closures");
  const nation = orNotFound(parseNation(params.nation));
  const read = await readForm(request, bankHolidayForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = addBankHoliday(context, actor, { nation, ...read.value });
  return outcome.done ? redirect(paths.bankHolidays(nation, "added")) : answerRefusal(outcome, read.form, SENTENCES$c);
}
function BankHolidays() {
  var _a;
  const view = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsx(BankHolidaysPage, { view, form });
}
const route11 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$o,
  default: BankHolidays,
  loader: loader$G,
  meta: meta$B
}, Symbol.toStringTag, { value: "Module" }));
const OPEN_AGAIN = "Open the page again and make your change there";
const CHOOSE_DAYS = "Choose at least one day on which a message is safe";
const contactForm = withDays(
  ["review"],
  z.object({
    /** The record that the page showed; empty when there was none. */
    replaces: z.string(OPEN_AGAIN).max(60, OPEN_AGAIN),
    address: requiredText("Enter the email address that is safe", 254),
    days: ticked().pipe(z.array(z.enum(WEEKDAYS, CHOOSE_DAYS)).min(1, CHOOSE_DAYS)),
    from: typedTime("from when a message is safe"),
    until: typedTime("until when a message is safe"),
    review: typedDay({ missing: "Enter the day by which to check the contact again" })
  }).transform(({ replaces, address, days, from, until, review }) => ({
    replaces: replaces === "" ? null : asId(replaces),
    draft: { channel: "email", address, safeDays: days, safeFrom: from, safeUntil: until, reviewBy: review }
  }))
);
const SENTENCES$b = {
  "address-malformed": () => ({
    field: "address",
    sentence: "Enter one email address in the correct format, such as name@example.org"
  }),
  "no-safe-day": () => ({ field: "days", sentence: CHOOSE_DAYS }),
  "hours-end-before-they-begin": () => ({
    field: "until",
    sentence: "Enter a time later than the one from which a message is safe"
  }),
  "review-not-ahead": () => ({ field: "review", sentence: "Enter a day after today: the contact holds until then" }),
  "review-too-far-ahead": () => ({ field: "review", sentence: "Enter a day at most a year ahead" })
};
function formOf$2(contact, today) {
  const review = plusDays(today, SUGGESTED_REVIEW_DAYS);
  const values = {
    replaces: (contact == null ? void 0 : contact.id) ?? "",
    address: (contact == null ? void 0 : contact.address) ?? "",
    days: (contact == null ? void 0 : contact.safeDays) ?? [],
    from: contact ? formatTime(contact.safeFrom) : "",
    until: contact ? formatTime(contact.safeUntil) : "",
    "review-day": String(Number(review.slice(8))),
    "review-month": String(Number(review.slice(5, 7))),
    "review-year": review.slice(0, 4)
  };
  return { values, errors: {} };
}
function contactInWords(contact) {
  const days = contact.safeDays.length === 7 ? "every day" : listInWords(contact.safeDays.map((day) => `${day[0].toUpperCase()}${day.slice(1)}`));
  const hours = `${formatTime(contact.safeFrom)} to ${formatTime(contact.safeUntil)}`;
  return `${contact.address}, ${days}, ${hours}, to be checked again by ${formatDate(contact.reviewBy)}`;
}
function staleForm({ values }, now) {
  const stands = now ? `It now says: ${contactInWords(now)}.` : "There is no safe contact any more.";
  const sentence2 = `Somebody changed this while you had it open. ${stands} What you entered is below. Save again to put it in its place`;
  return { values: { ...values, replaces: (now == null ? void 0 : now.id) ?? "" }, errors: { form: sentence2 } };
}
function typedTime(what) {
  return z.string(`Enter the time ${what}`).transform((text, issues) => {
    const typed = text.trim();
    const time = parseTypedTime(typed);
    if (time === null) {
      const message = typed ? `“${typed.slice(0, 20)}” is not a time, or it could be morning or evening. Enter it such as 9am or 17:30` : `Enter the time ${what}`;
      issues.addIssue({ code: "custom", message });
    }
    return time;
  });
}
function ChoiceItem({ kind, id, name, choice, checked, describedBy }) {
  const hintId = choice.hint ? `${id}-item-hint` : void 0;
  const conditionalId = choice.conditional ? `conditional-${id}` : void 0;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs("div", { className: `govuk-${kind}__item`, children: [
      /* @__PURE__ */ jsx(
        "input",
        {
          className: `govuk-${kind}__input`,
          id,
          name,
          type: kind === "radios" ? "radio" : "checkbox",
          value: choice.value,
          defaultChecked: checked,
          disabled: choice.disabled,
          "data-aria-controls": conditionalId,
          "data-behaviour": choice.exclusive ? "exclusive" : void 0,
          "aria-describedby": classNames(describedBy, hintId)
        }
      ),
      /* @__PURE__ */ jsx(Label, { htmlFor: id, className: `govuk-${kind}__label`, children: choice.label }),
      hintId && /* @__PURE__ */ jsx(Hint, { id: hintId, className: `govuk-${kind}__hint`, children: choice.hint })
    ] }),
    conditionalId && /* @__PURE__ */ jsx(
      "div",
      {
        className: classNames(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`),
        id: conditionalId,
        children: choice.conditional
      }
    )
  ] });
}
function ChoiceGroup({
  kind,
  isChecked,
  name,
  idPrefix = name,
  items,
  hint,
  error,
  describedBy,
  small,
  groupClassName,
  ...props
}) {
  const { legend, legendSize, legendIsHeading, legendClassName, className, ...rest } = props;
  const module = `govuk-${kind}`;
  const described = describedByOf({ id: idPrefix, hint, error, describedBy });
  const choices = /* @__PURE__ */ jsx("div", { className: classNames(module, small && `${module}--small`, className), "data-module": module, ...rest, children: keyed(items).map(
    ({ key, place, item }) => "divider" in item ? /* @__PURE__ */ jsx("div", { className: `${module}__divider`, children: item.divider }, key) : /* @__PURE__ */ jsx(
      ChoiceItem,
      {
        kind,
        id: item.id ?? (place === 1 ? idPrefix : `${idPrefix}-${place}`),
        name: item.name ?? name,
        choice: item,
        checked: isChecked(item),
        describedBy: legend || kind === "radios" ? void 0 : described
      },
      key
    )
  ) });
  const about = /* @__PURE__ */ jsx(HintAndError, { id: idPrefix, hint, error });
  return /* @__PURE__ */ jsx(FormGroup, { error, className: groupClassName, children: legend ? /* @__PURE__ */ jsxs(Fieldset, { ...{ legend, legendSize, legendIsHeading, legendClassName }, "aria-describedby": described, children: [
    about,
    choices
  ] }) : /* @__PURE__ */ jsxs(Fragment, { children: [
    about,
    choices
  ] }) });
}
function Checkboxes({ values = [], ...props }) {
  return /* @__PURE__ */ jsx(ChoiceGroup, { kind: "checkboxes", isChecked: (choice) => values.includes(choice.value), ...props });
}
function CheckboxesField({ form, ...props }) {
  return /* @__PURE__ */ jsx(Checkboxes, { error: form.errors[props.name], values: listOf(form, props.name), ...props });
}
function TimeField({
  hint = "For example, 6:30pm or 18:30",
  ...props
}) {
  return /* @__PURE__ */ jsx(TextField, { hint, width: 10, autoComplete: "off", spellCheck: false, ...props });
}
function SafeContactPage({ view, form }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.person(view.personId) }),
    /* @__PURE__ */ jsx(Said, { sentence: view.said }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: view.person, title: "Safe contact", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Agree this with the person, and check it again each time you speak. Without a safe contact, or once its review day has passed, no message leaves." }) }),
    /* @__PURE__ */ jsx(Held, { view }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "replaces", value: textOf(form, "replaces") }),
      /* @__PURE__ */ jsx(
        TextField,
        {
          form,
          name: "address",
          label: "Email address",
          labelSize: "m",
          hint: "Only an address that nobody else reads. Nothing is ever written to an address that you replace.",
          type: "email",
          width: 30,
          autoComplete: "off",
          spellCheck: false
        }
      ),
      /* @__PURE__ */ jsx(
        CheckboxesField,
        {
          form,
          name: "days",
          legend: "Days on which a message is safe",
          legendSize: "m",
          small: true,
          items: WEEKDAYS.map((day) => ({ value: day, label: `${day[0].toUpperCase()}${day.slice(1)}` }))
        }
      ),
      /* @__PURE__ */ jsx(TimeField, { form, name: "from", label: "Safe from", labelSize: "m" }),
      /* @__PURE__ */ jsx(TimeField, { form, name: "until", label: "Safe until", labelSize: "m" }),
      /* @__PURE__ */ jsx(
        DateField,
        {
          form,
          name: "review",
          legend: "Check it again by",
          legendSize: "m",
          hint: "Four weeks ahead unless you choose another day, and at most a year."
        }
      ),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Save safe contact" })
    ] })
  ] });
}
function Held({ view: { personId, ends, held, isOverdue } }) {
  if (held === null) return /* @__PURE__ */ jsx(InsetText, { children: "There is no safe contact, so no message leaves." });
  return /* @__PURE__ */ jsxs(InsetText, { children: [
    /* @__PURE__ */ jsxs("p", { className: "govuk-body", children: [
      isOverdue && /* @__PURE__ */ jsx("strong", { children: "Past its review day, so no message leaves. " }),
      "Now: ",
      held,
      "."
    ] }),
    /* @__PURE__ */ jsxs("form", { method: "post", action: paths.safeContactEnd(personId), children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "ends", value: ends ?? "" }),
      /* @__PURE__ */ jsx(Button, { variant: "secondary", className: "govuk-!-margin-bottom-0", preventDoubleClick: true, children: "End it: no more messages" })
    ] })
  ] });
}
const meta$A = () => pageTitle("Safe contact");
const SAID$d = {
  saved: "The safe contact is saved. Messages that wait leave by it.",
  ended: "The safe contact is ended. No message leaves until there is another."
};
function loader$F({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "safe-contact");
  const found = orNotFound(findPersonContact(context.db, actor, asId(params.personId), "write"));
  const { personId, givenName, familyName, reference, contact } = found;
  const today = dayOf(context.clock.now());
  const view = {
    personId,
    person: `${givenName} ${familyName} (${reference})`,
    ends: (contact == null ? void 0 : contact.id) ?? null,
    held: contact && `${contactInWords(contact)}; set by ${contact.setBy} on ${formatDate(dayOf(contact.setAt))}`,
    isOverdue: contact !== null && !isCurrent(contact, today),
    said: said(request, SAID$d)
  };
  return json({ view, form: formOf$2(contact, today) });
}
async function action$n({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "safe-contact");
  const personId = asId(params.personId);
  orNotFound(findPersonContact(context.db, actor, personId, "write"));
  const read = await readForm(request, contactForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = setSafeContact(context, actor, { personId, ...read.value });
  if (outcome.done) return redirect(paths.safeContact(personId, "saved"));
  if (outcome.code !== "changed-meanwhile") return answerRefusal(outcome, read.form, SENTENCES$b);
  const now = orNotFound(findPersonContact(context.db, actor, personId, "write"));
  return formErrors(staleForm(read.form, now.contact), 409);
}
function SafeContact() {
  var _a;
  const { view, form: fresh } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? fresh;
  return /* @__PURE__ */ jsx(SafeContactPage, { view, form });
}
const route12 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$n,
  default: SafeContact,
  loader: loader$F,
  meta: meta$A
}, Symbol.toStringTag, { value: "Module" }));
function SummaryActionLink({ action: action2, cardTitle }) {
  const spoken = action2.about || cardTitle;
  return /* @__PURE__ */ jsxs("a", { className: classNames("govuk-link", action2.className), href: action2.href, children: [
    action2.text,
    spoken && /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
      action2.about && ` ${action2.about}`,
      cardTitle && /* @__PURE__ */ jsxs(Fragment, { children: [
        " (",
        cardTitle,
        ")"
      ] })
    ] })
  ] });
}
function SummaryCard({
  title,
  headingLevel = 2,
  actions = [],
  className,
  children,
  ...rest
}) {
  const Heading = `h${headingLevel}`;
  const [only, ...others] = actions;
  return /* @__PURE__ */ jsxs("div", { className: classNames("govuk-summary-card", className), ...rest, children: [
    /* @__PURE__ */ jsxs("div", { className: "govuk-summary-card__title-wrapper", children: [
      title && /* @__PURE__ */ jsx(Heading, { className: "govuk-summary-card__title", children: title }),
      only && others.length === 0 && /* @__PURE__ */ jsx("div", { className: "govuk-summary-card__actions", children: /* @__PURE__ */ jsx(SummaryActionLink, { action: only, cardTitle: title }) }),
      others.length > 0 && /* @__PURE__ */ jsx("ul", { className: "govuk-summary-card__actions", children: keyed(actions).map(({ key, item }) => /* @__PURE__ */ jsx("li", { className: "govuk-summary-card__action", children: /* @__PURE__ */ jsx(SummaryActionLink, { action: item, cardTitle: title }) }, key)) })
    ] }),
    /* @__PURE__ */ jsx("div", { className: "govuk-summary-card__content", children })
  ] });
}
function SummaryList({ rows, card, className, ...rest }) {
  const anyActions = rows.some((row) => row.actions && row.actions.length > 0);
  const list = /* @__PURE__ */ jsx("dl", { className: classNames("govuk-summary-list", className), ...rest, children: keyed(rows).map(({ key, item: row }) => /* @__PURE__ */ jsxs(
    "div",
    {
      className: classNames(
        "govuk-summary-list__row",
        anyActions && !row.actions && "govuk-summary-list__row--no-actions",
        row.className
      ),
      children: [
        /* @__PURE__ */ jsx("dt", { className: "govuk-summary-list__key", children: row.key }),
        /* @__PURE__ */ jsx("dd", { className: "govuk-summary-list__value", children: row.value }),
        /* @__PURE__ */ jsx(RowActions, { actions: row.actions ?? [], cardTitle: card == null ? void 0 : card.title })
      ]
    },
    key
  )) });
  return card ? /* @__PURE__ */ jsx(SummaryCard, { ...card, children: list }) : list;
}
function RowActions({ actions, cardTitle }) {
  const [only, ...others] = actions;
  if (!only) return null;
  return /* @__PURE__ */ jsx("dd", { className: "govuk-summary-list__actions", children: others.length === 0 ? /* @__PURE__ */ jsx(SummaryActionLink, { action: only, cardTitle }) : /* @__PURE__ */ jsx("ul", { className: "govuk-summary-list__actions-list", children: keyed(actions).map(({ key, item }) => /* @__PURE__ */ jsx("li", { className: "govuk-summary-list__actions-list-item", children: /* @__PURE__ */ jsx(SummaryActionLink, { action: item, cardTitle }) }, key)) }) });
}
const COLUMN_NAMES = {
  inputs: "What goes in",
  activities: "What is done",
  mechanisms: "How it works",
  outputs: "What comes out at once",
  outcomes: "What changes",
  impacts: "What it is all for"
};
const KINDS$1 = {
  change: "change",
  safety: "safety",
  wellbeing: "wellbeing",
  lasting: "makes it last"
};
function LogicModelLists({ model }) {
  const titles = new Map(
    LOGIC_COLUMNS.flatMap((column) => model[column].map((node) => [node.key, node.title]))
  );
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Why it should work" }),
    LOGIC_COLUMNS.map((column) => /* @__PURE__ */ jsxs("section", { children: [
      /* @__PURE__ */ jsx("h3", { className: "govuk-heading-s", children: COLUMN_NAMES[column] }),
      /* @__PURE__ */ jsx("ul", { className: "govuk-list govuk-list--bullet", children: model[column].map((node) => /* @__PURE__ */ jsx(NodeItem, { node, titles }, node.key)) })
    ] }, column))
  ] });
}
function NodeItem({ node: { title, leadsTo, kind }, titles }) {
  const next = leadsTo.map((key) => titles.get(key)).filter((one) => one !== void 0);
  return /* @__PURE__ */ jsxs("li", { children: [
    title,
    kind && /* @__PURE__ */ jsxs("span", { className: "quiet", children: [
      " (",
      KINDS$1[kind],
      ")"
    ] }),
    next.length > 0 && /* @__PURE__ */ jsxs("span", { className: "quiet", children: [
      " → ",
      next.join("; ")
    ] })
  ] });
}
const STEPS = {
  "facilitator-call": "a facilitator rings",
  "coordinator-referrer-partner-support": "the coordinator, the referrer and partner support are told",
  "lead-decision": "the lead decides what happens next"
};
const percent = (share) => `${Math.round(share * 100)}%`;
function thresholdsInWords({ thresholds, plans }) {
  const { groupSize, catchUps, fidelityBands, lateMinutes, observationShare, referrerContacts } = thresholds;
  return [
    {
      key: "Group size",
      value: `${groupSize.min} to ${groupSize.max} people. Under ${groupSize.viable} it can hardly go on.`
    },
    { key: "Joining", value: `Until session ${thresholds.lastJoiningSession}.` },
    { key: "Team", value: teamInWords(thresholds) },
    { key: "Completion", value: completionInWords$1(thresholds.completion, plans.length) },
    {
      key: "Catch-ups",
      value: `At most ${catchUps.allowed}, each within ${countInWords(catchUps.withinDays, "day")}.`
    },
    {
      key: "Late",
      value: `More than ${countInWords(lateMinutes, "minute")} late, or gone early, calls for a catch-up.`
    },
    { key: "Absences", value: ladderInWords(thresholds) },
    { key: "Observation", value: `${percent(observationShare)} of sessions, at least one for each facilitator.` },
    {
      key: "Delivery",
      value: `Good from ${fidelityBands.good}% of activities; to be watched from ${fidelityBands.watch}%; to act upon below.`
    },
    { key: "Referrer", value: `At least ${countInWords(referrerContacts, "documented contact")} for each person.` }
  ];
}
function teamInWords({ minimumFacilitators, mixedPairWanted }) {
  const pair = mixedPairWanted ? ", a woman and a man where possible" : "";
  return `At least ${countInWords(minimumFacilitators, "facilitator")}${pair}.`;
}
function ladderInWords({ absenceLadder }) {
  const when = (missed) => missed === 1 ? "After one" : `After ${missed} in a row`;
  return absenceLadder.map(({ missedInARow, step }) => `${when(missedInARow)}: ${STEPS[step]}.`).join(" ");
}
function completionInWords$1(rule, plans) {
  const needed = Math.ceil(Number((rule.shareOfSessions * plans).toFixed(9)));
  const sentences = [
    `${percent(rule.shareOfSessions)} of sessions: ${needed} of ${plans}.`,
    rule.requiredSessions.length > 0 && `Among them session ${listInWords(rule.requiredSessions)}.`,
    rule.requiredIndividualSessions > 0 && `At least ${countInWords(rule.requiredIndividualSessions, "individual session")}.`,
    rule.shareOfCoreActivities !== null && `${percent(rule.shareOfCoreActivities)} of core activities.`
  ];
  return sentences.filter(Boolean).join(" ");
}
function ProgrammePage({ programmeId, programme }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.programmes(), children: "Programmes" }),
    /* @__PURE__ */ jsx(PageHeader, { caption: SIDE_NAMES[programme.side], title: programmeLabel(programme), children: /* @__PURE__ */ jsx("p", { className: "govuk-body-l", children: programme.summary }) }),
    /* @__PURE__ */ jsx(InsetText, { children: programme.notice }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Modules and their goals" }),
    /* @__PURE__ */ jsx(SummaryList, { rows: programme.modules.map(({ title, goal }) => ({ key: title, value: goal })) }),
    /* @__PURE__ */ jsx(Plans, { programmeId, programme }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "What counts as enough" }),
    /* @__PURE__ */ jsx(SummaryList, { rows: thresholdsInWords(programme) }),
    /* @__PURE__ */ jsx(Checklist, { programme }),
    /* @__PURE__ */ jsx(LogicModelLists, { model: programme.logicModel })
  ] });
}
const KINDS = { group: "Group", individual: "Individual", review: "Review" };
function Plans({ programmeId, programme: { plans, modules } }) {
  const titles = new Map(modules.map(({ key, title }) => [key, title]));
  return /* @__PURE__ */ jsx(
    Table,
    {
      stacked: true,
      firstCellIsHeader: true,
      caption: `Plans of ${formatCount("session", plans.length)}`,
      captionSize: "m",
      head: ["Session", "Module", "Kind", "Aim", { content: "Minutes", numeric: true }],
      rows: plans.map((plan) => [
        /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.programmePlan(programmeId, plan.number), children: plan.title }, "plan"),
        titles.get(plan.module),
        KINDS[plan.kind],
        plan.aim,
        { content: plan.minutes, numeric: true }
      ])
    }
  );
}
const DIMENSIONS = {
  adherence: "Adherence: delivered as planned",
  dose: "Dose: enough of it",
  quality: "Quality: done well",
  responsiveness: "Responsiveness: taken up by the group",
  differentiation: "Differentiation: nothing from elsewhere"
};
function Checklist({ programme: { fidelityChecklist } }) {
  const groups = [...Map.groupBy(fidelityChecklist, ({ dimension }) => dimension)];
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Fidelity checklist" }),
    groups.map(([dimension, checks]) => /* @__PURE__ */ jsxs("section", { children: [
      /* @__PURE__ */ jsx("h3", { className: "govuk-heading-s", children: DIMENSIONS[dimension] }),
      /* @__PURE__ */ jsx("ul", { className: "govuk-list govuk-list--bullet", children: checks.map(({ key, text }) => /* @__PURE__ */ jsx("li", { children: text }, key)) })
    ] }, dimension))
  ] });
}
const meta$z = () => pageTitle("Programme");
function loader$E({ request, context, params }) {
  requireAccess(request, context, "read", "programme");
  const programmeId = params.programmeId;
  return json({ programmeId, programme: orNotFound(programmeWithId(context.content.programmes, programmeId)) });
}
function ProgrammeRoute() {
  const { programmeId, programme } = useLoaderData();
  return /* @__PURE__ */ jsx(ProgrammePage, { programmeId, programme });
}
const route13 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: ProgrammeRoute,
  loader: loader$E,
  meta: meta$z
}, Symbol.toStringTag, { value: "Module" }));
const memberForm = z.object({
  reference: requiredText("Enter the reference that your team uses on paper, such as CD26/01", 30),
  givenName: optionalText(60),
  familyName: optionalText(60)
}).transform(({ reference, givenName, familyName }, issues) => {
  if (givenName === null && familyName === null) return { kind: "known", reference };
  const need = (field, what) => {
    issues.addIssue({ code: "custom", path: [field], message: `Enter their ${what} name too` });
    return "";
  };
  return {
    kind: "new",
    reference,
    givenName: givenName ?? need("givenName", "given"),
    familyName: familyName ?? need("familyName", "family")
  };
});
const SENTENCES$a = {
  "cohort-full": ({ places, placesTaken }) => ({
    field: "form",
    sentence: `All ${places} places are taken (${placesTaken} people). Record an exit first, or choose another cohort`
  }),
  "joining-closed": ({ lastJoiningSession, nextSession }) => ({
    field: "form",
    sentence: `Joining closed after session ${lastJoiningSession}, and the next is session ${nextSession}. Choose another cohort`
  }),
  "nothing-to-join": () => ({ field: "form", sentence: "No session of this cohort is to come. Choose another cohort" }),
  "reference-in-use": ({ reference }) => ({
    field: "reference",
    sentence: `The reference “${reference}” cannot be used for somebody new. If it is theirs, leave both names empty; if not, enter another`
  }),
  "no-such-person": ({ reference }) => ({
    field: "reference",
    sentence: `Nobody whom you can see has the reference “${reference}”. Check it, or enter the names of somebody new`
  }),
  "already-on-programme": () => ({
    field: "reference",
    sentence: "This person has a place in this programme already. Record its exit first"
  }),
  "ended-today": () => ({
    field: "reference",
    sentence: "This person joined this cohort today and left it again. Undo the exit on the person’s page instead"
  })
};
function joiningView({ db }, actor, cohortId, joining) {
  var _a, _b, _c;
  const cohort = findCohort(db, actor, cohortId);
  if (!cohort) return null;
  const about = {
    id: cohort.id,
    name: cohort.name,
    places: `${countPlacesTaken(db, cohortId)} of ${cohort.places} places taken`
  };
  if (!joining.done) {
    const closed = ((_a = SENTENCES$a[joining.code]) == null ? void 0 : _a.call(SENTENCES$a, joining.details).sentence) ?? null;
    return { ...about, closed, joins: null };
  }
  const { joinsAtPlan, expectedAt } = joining.value;
  const day = (_c = (_b = expectedAt.find(({ planNumber }) => planNumber === joinsAtPlan)) == null ? void 0 : _b.time) == null ? void 0 : _c.day;
  const first = `session ${joinsAtPlan}${day ? ` on ${formatDay(day)}` : ""}`;
  const joins = `Whoever you add now joins at ${first} and is expected at ${formatCount("session", expectedAt.length)}.`;
  return { ...about, closed: null, joins };
}
function WarningText({ spoken = "Warning", className, children, ...rest }) {
  return /* @__PURE__ */ jsxs("div", { className: classNames("govuk-warning-text", className), ...rest, children: [
    /* @__PURE__ */ jsx("span", { className: "govuk-warning-text__icon", "aria-hidden": "true", children: "!" }),
    " ",
    /* @__PURE__ */ jsxs("strong", { className: "govuk-warning-text__text", children: [
      /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: spoken }),
      " ",
      children
    ] })
  ] });
}
function NewMemberPage({ view, form }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.cohort(view.id) }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: `${view.name} · ${view.places}`, title: "Add a person", children: view.joins && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: view.joins }) }),
    view.closed ? /* @__PURE__ */ jsxs(WarningText, { children: [
      view.closed,
      "."
    ] }) : /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(
        TextField,
        {
          form,
          name: "reference",
          label: "Reference",
          labelSize: "s",
          hint: "What your team calls them on paper, such as CD26/01",
          autoComplete: "off",
          spellCheck: false,
          width: 10
        }
      ),
      /* @__PURE__ */ jsxs(Fieldset, { legend: "Name", legendSize: "s", children: [
        /* @__PURE__ */ jsx("p", { className: "govuk-hint", children: "If they were in a cohort of yours before, leave the names empty: the reference finds them." }),
        /* @__PURE__ */ jsx(TextField, { form, name: "givenName", label: "Given name", autoComplete: "off", width: 20 }),
        /* @__PURE__ */ jsx(TextField, { form, name: "familyName", label: "Family name", autoComplete: "off", width: 20 })
      ] }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Add to the cohort" })
    ] })
  ] });
}
const meta$y = () => pageTitle("Add a person");
function loader$D({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "person");
  const cohortId = asId(params.cohortId);
  const joining = findJoining(context, context.db, actor, cohortId);
  if (!joining.done && joining.code === "not-found") throw notFound();
  return json(orNotFound(joiningView(context, actor, cohortId, joining)));
}
async function action$m({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "person");
  const cohortId = asId(params.cohortId);
  if (!mayOn(context.db, actor, "write", "person", cohortId)) throw notFound();
  const read = await readForm(request, memberForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = enrolPerson(context, actor, { cohortId, who: read.value });
  return outcome.done ? redirect(paths.cohort(cohortId, "added")) : answerRefusal(outcome, read.form, SENTENCES$a);
}
function NewMember() {
  var _a;
  const view = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsx(NewMemberPage, { view, form });
}
const route14 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$m,
  default: NewMember,
  loader: loader$D,
  meta: meta$y
}, Symbol.toStringTag, { value: "Module" }));
const PARTS = ["version", "mark", "minutes", "reason", "note"];
const fieldOf = (part, key) => `${part}-${key}`;
const NO_MARK = "none";
const LONGEST_TEXT = 200;
function readRegisterForm({ values }) {
  const keys = new Set(Object.keys(values).flatMap((name) => keyIn(name) ?? []));
  const rows = [...keys].map((key) => readRow(values, key));
  const intent = values.intent ?? "save";
  const reason = values.correctionReason ?? "";
  if (rows.includes(null) || typeof reason !== "string" || intent !== "save" && intent !== "rest-attended")
    return null;
  const read = rows.filter((row) => row !== null);
  return {
    choices: read.map(({ choice }) => choice),
    restAttended: intent === "rest-attended",
    correctionReason: reason.trim().slice(0, LONGEST_TEXT) || null,
    faults: read.flatMap(({ faults }) => faults)
  };
}
function keyIn(name) {
  var _a;
  return ((_a = /^(?:version|mark|minutes|reason|note)-(.+)$/.exec(name)) == null ? void 0 : _a[1]) ?? null;
}
function readRow(values, key) {
  const enrolmentId = asId(key);
  const sent = (part) => values[fieldOf(part, key)];
  const text = (part) => [sent(part) ?? ""].flat()[0].trim();
  if (!/^\d{1,9}$/.test(text("version")) || Array.isArray(sent("version"))) return null;
  const mark = text("mark");
  const faults = PARTS.filter((part) => Array.isArray(sent(part))).map((part) => {
    return { enrolmentId, part, code: "answered-twice" };
  });
  if (!isAnswer(mark)) faults.push({ enrolmentId, part: "mark", code: "unknown-mark" });
  if (text("note").length > LONGEST_TEXT) faults.push({ enrolmentId, part: "note", code: "too-long" });
  const entry2 = {
    mark: parseMark(mark),
    minutes: text("minutes") === "" ? null : Number(text("minutes")),
    reason: parseReason(text("reason")),
    note: text("note") || null
  };
  const choice = { enrolmentId, openedVersion: Number(text("version")), entry: choiceOf(mark, entry2) };
  return { choice, faults };
}
function isAnswer(mark) {
  return mark === "" || mark === NO_MARK || parseMark(mark) !== null;
}
function choiceOf(mark, entry2) {
  if (mark === "") return null;
  return mark === NO_MARK ? { mark: null, minutes: null, reason: null, note: null } : entry2;
}
const WHY = {
  attended: (name) => `a reason for ${name}`,
  late: (name) => `why ${name} was late`,
  "left-early": (name) => `why ${name} left early`,
  "absent-notified": (name) => `a reason for the apology of ${name}`,
  "absent-no-contact": (name) => `a reason for ${name}`,
  "stood-down": (name) => `why ${name} was stood down`
};
function sayFault(fault, name) {
  const mark = "details" in fault ? fault.details.mark : void 0;
  const details = "details" in fault ? fault.details : {};
  const minutesOf2 = mark === "left-early" ? `minutes early that ${name} left` : `minutes late that ${name} was`;
  switch (fault.code) {
    case "answered-twice":
      return { part: fault.part, sentence: `Answer once for ${name}: two answers were sent` };
    case "unknown-mark":
      return { part: "mark", sentence: `Choose a mark for ${name}` };
    case "too-long":
      return { part: "note", sentence: `The note on ${name} must be ${LONGEST_TEXT} characters or fewer` };
    case "reason-needed":
      return { part: "reason", sentence: `Choose ${WHY[mark](name)}` };
    case "words-needed":
      return { part: "note", sentence: `Say in a few words ${WHY[mark](name)}` };
    case "minutes-needed":
      return { part: "minutes", sentence: `Enter how many ${minutesOf2}` };
    case "minutes-out-of-range":
      return { part: "minutes", sentence: `The ${minutesOf2} must be a whole number from 1 to ${details.to}` };
    case "session-not-started":
      return { part: "mark", sentence: `${name} can only be marked Apology until the session starts` };
    case "session-cancelled":
      return { part: "mark", sentence: `${name} cannot be marked: the session did not go ahead` };
  }
}
function sayRefusal(refusal, nameOf) {
  const names = () => listInWords(refusal.details.enrolmentIds.map(nameOf));
  switch (refusal.code) {
    case "session-cancelled":
      return {
        sentence: "Nothing was saved: somebody recorded that this session did not go ahead. Undo that first.",
        status: 409,
        field: "form"
      };
    case "not-on-register":
      return {
        sentence: "Nothing was saved: somebody on your page is not on this register any more. Check the marks and save again.",
        status: 400,
        field: "form"
      };
    case "correction-reason-missing":
      return {
        sentence: `Enter why you are correcting what was recorded for ${names()}`,
        status: 400,
        field: "correctionReason"
      };
    case "too-late-to-correct":
      return {
        sentence: `Nothing was saved: what was recorded for ${names()} can now only be corrected by a coordinator or lead`,
        status: 422,
        field: "form"
      };
    default:
      throw new Error(`No sentence for the refusal “${refusal.code}”`);
  }
}
const BROKEN_FORM = "The page was sent incomplete, so nothing was saved. Check the marks below and save again";
function sayConflict({ chosen, stands }, name, actor, now) {
  const isOwn = stands.markedBy === actor.staffId;
  const who = isOwn ? "You" : stands.markedByName ?? "Somebody";
  const when = stands.markedAt ? whenInWords$1(stands.markedAt, now) : "meanwhile";
  const where = isOwn ? " in another window" : "";
  const theirs = stands.mark === null ? `took the mark of ${name} back` : `marked ${name} ${markInWords(stands)}`;
  return `${who} ${theirs} ${when}${where}; you chose ${markInWords(chosen)} here. Choose again`;
}
function markInWords({ mark, minutes, reason }) {
  if (mark === null) return "Not recorded";
  const more = [minutes && formatCount("minute", minutes), reason && REASON_LABELS[reason].toLowerCase()].filter(
    Boolean
  );
  return more.length > 0 ? `${MARK_MEANINGS[mark].label} (${more.join(", ")})` : MARK_MEANINGS[mark].label;
}
function whenInWords$1(at, now) {
  const { day, time } = wallTimeOf(at);
  return day === dayOf(now) ? `at ${formatTime(time)}` : `on ${formatDate(day)} at ${formatTime(time)}`;
}
function answerUnreadable(context, actor, sessionId, faults, sent) {
  orNotFound(findSessionDay(context.db, actor, sessionId, "write", "register"));
  if (faults) return answerFaults(context, actor, sessionId, faults, sent);
  return formErrors({ values: sent.values, errors: { form: BROKEN_FORM } });
}
function answerFaults(context, actor, sessionId, faults, { values }) {
  var _a;
  const nameOf = namesOn(context, actor, sessionId);
  const errors = {};
  for (const fault of faults) {
    const { part, sentence: sentence2 } = sayFault(fault, nameOf(fault.enrolmentId));
    errors[_a = fieldOf(part, fault.enrolmentId)] ?? (errors[_a] = sentence2);
  }
  return formErrors({ values, errors });
}
function answerRegisterRefusal(context, actor, sessionId, refusal, sent) {
  if (refusal.code === "not-found") throw notFound();
  if (refusal.code === "marks-at-fault") {
    return answerFaults(context, actor, sessionId, refusal.details.faults, sent);
  }
  const { sentence: sentence2, status, field } = sayRefusal(refusal, namesOn(context, actor, sessionId));
  return formErrors({ values: sent.values, errors: { [field]: sentence2 } }, status);
}
function answerConflicts({ clock }, actor, conflicts, written, { values }) {
  const kept = {};
  const errors = {};
  for (const conflict of conflicts) {
    const { enrolmentId, givenName, familyName } = conflict.stands;
    errors[fieldOf("mark", enrolmentId)] = sayConflict(conflict, `${givenName} ${familyName}`, actor, clock.now());
    kept[fieldOf("mark", enrolmentId)] = "";
    for (const part of ["minutes", "reason", "note"]) {
      kept[fieldOf(part, enrolmentId)] = values[fieldOf(part, enrolmentId)] ?? "";
    }
  }
  const others = formatCount("other mark", written);
  const saved = written === 0 ? null : `${others} on your page ${written === 1 ? "was" : "were"} saved.`;
  return json({ form: { values: kept, errors }, saved }, { status: 409 });
}
function namesOn({ db }, actor, sessionId) {
  const names = new Map(
    listRegisterRows(db, actor, sessionId).map((row) => [row.enrolmentId, `${row.givenName} ${row.familyName}`])
  );
  return (enrolmentId) => names.get(enrolmentId) ?? "somebody who is not on this register";
}
const registerScript = "/assets/register-VOKLo1iK.js";
const slot$1 = (name) => `${name}`;
const MOST_TEMPLATES = 500;
const templates = /* @__PURE__ */ new Map();
function stamp(shape, render, values = {}) {
  let template = templates.get(shape);
  if (template === void 0) {
    template = renderToStaticMarkup(render()).split(/\uE000([^\uE001]*)\uE001/);
    if (templates.size >= MOST_TEMPLATES) templates.clear();
    templates.set(shape, template);
  }
  let markup = template[0] ?? "";
  for (let index = 1; index < template.length; index += 2) {
    markup += escaped(String(values[template[index]] ?? "")) + template[index + 1];
  }
  return markup;
}
const ESCAPED = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;"
};
function escaped(text) {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPED[character]) : text;
}
function Stamped({ markup }) {
  return /* @__PURE__ */ jsx("div", { dangerouslySetInnerHTML: { __html: markup } });
}
function Select({ options, className, ...props }) {
  const { question, control, error } = splitQuestion(props);
  return /* @__PURE__ */ jsx(Question, { ...question, children: /* @__PURE__ */ jsx("select", { className: classNames("govuk-select", className, error && "govuk-select--error"), ...control, children: keyed(options).map(({ key, item }) => /* @__PURE__ */ jsx("option", { value: item.value, disabled: item.disabled, children: item.label }, key)) }) });
}
const MARKED = MARKS.map((mark) => {
  const { label, letter, attended, missed, needsReason, takesMinutes } = MARK_MEANINGS[mark];
  const opens = [needsReason && "reason", takesMinutes && "minutes"].filter(
    (part) => part !== false
  );
  return { value: mark, label, letter, tone: attended ? "present" : missed ? "absent" : "neutral", opens };
});
const APOLOGY = MARKED.filter(({ value }) => value === "absent-notified");
const CHOICES = {
  marks: MARKED,
  "marks-or-none": [...MARKED, { value: NO_MARK, label: "Not recorded" }],
  "in-advance": [{ value: NO_MARK, label: "Expected" }, ...APOLOGY]
};
const REASON_OPTIONS = [
  { value: "", label: "Choose" },
  ...REASONS$1.map((reason) => ({ value: reason, label: REASON_LABELS[reason] }))
];
function rowMarkup(row, { form, phase, takesBack }) {
  var _a, _b;
  const field = (part) => fieldOf(part, row.key);
  const isKept = (part) => form !== EMPTY_FORM && field(part) in form.values;
  const shown = (part) => isKept(part) ? textOf(form, field(part)) : String(row[part] ?? "");
  const error = form === EMPTY_FORM ? void 0 : errorIn(form, row.key);
  const isAhead = phase === "in-advance";
  const shape = {
    choices: isAhead ? "in-advance" : takesBack && row.mark !== null ? "marks-or-none" : "marks",
    mark: shown("mark") || (isAhead ? NO_MARK : ""),
    reason: shown("reason"),
    isFixed: row.isFixed,
    hasError: error !== void 0,
    status: ((_a = row.status) == null ? void 0 : _a.colour) ?? (isAhead ? "none" : "not-recorded")
  };
  const values = {
    key: row.key,
    name: row.name,
    standing: row.standing,
    minutes: shown("minutes"),
    note: shown("note"),
    version: shown("version"),
    status: ((_b = row.status) == null ? void 0 : _b.text) ?? "",
    error: error ?? ""
  };
  return stamp(`register row ${Object.values(shape).join(" ")}`, () => /* @__PURE__ */ jsx(Row, { ...shape }), values);
}
function errorIn({ errors }, key) {
  const parts = ["mark", "minutes", "reason", "note"];
  return parts.map((part) => errors[fieldOf(part, key)]).find((error) => error !== void 0);
}
function Row({ choices, mark, reason, isFixed, hasError, status }) {
  const field = (part) => fieldOf(part, slot$1("key"));
  return /* @__PURE__ */ jsx(
    RegisterRow,
    {
      id: slot$1("key"),
      person: slot$1("name"),
      note: slot$1("standing"),
      error: hasError ? slot$1("error") : void 0,
      status: /* @__PURE__ */ jsx(RowStatus, { status }),
      marks: /* @__PURE__ */ jsx(Segmented, { name: field("mark"), options: CHOICES[choices], selected: mark, disabled: isFixed }),
      minutes: choices !== "in-advance" && !isFixed && /* @__PURE__ */ jsx(
        Input,
        {
          name: field("minutes"),
          label: "Minutes",
          inputMode: "numeric",
          width: 3,
          maxLength: 3,
          defaultValue: slot$1("minutes")
        }
      ),
      reason: !isFixed && /* @__PURE__ */ jsxs(Fragment, { children: [
        /* @__PURE__ */ jsx(Select, { name: field("reason"), label: "Reason", options: REASON_OPTIONS, defaultValue: reason }),
        /* @__PURE__ */ jsx(Input, { name: field("note"), label: "Note, if needed", maxLength: LONGEST_TEXT, defaultValue: slot$1("note") })
      ] }),
      children: !isFixed && /* @__PURE__ */ jsx(HiddenField, { name: field("version"), value: slot$1("version") })
    }
  );
}
function RowStatus({ status }) {
  if (status === "none") return null;
  return status === "not-recorded" ? /* @__PURE__ */ jsx(Fragment, { children: "Not yet recorded" }) : /* @__PURE__ */ jsx(Tag, { colour: status, children: slot$1("status") });
}
function RegisterPage({ view, form, savedMeanwhile }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs(BackLink, { href: paths.session(view.sessionId), children: [
      "Session ",
      view.planNumber
    ] }),
    /* @__PURE__ */ jsx(Said, { sentence: view.said }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    savedMeanwhile && /* @__PURE__ */ jsx(NotificationBanner, { type: "success", role: "region", disableAutoFocus: true, children: savedMeanwhile }),
    /* @__PURE__ */ jsx(PageHeader, { caption: view.caption, title: "Register", children: /* @__PURE__ */ jsx(Stamped, { markup: stripMarkup(view) }) }),
    view.phase === "cancelled" ? /* @__PURE__ */ jsx(NotHeld$1, { view }) : /* @__PURE__ */ jsx(RegisterForm, { view, form })
  ] });
}
function stripMarkup({ strip, stripNote: stripNote2 }) {
  const note = stripNote2 === null ? void 0 : slot$1("note");
  const shape = `strip ${stripNote2 !== null} ${JSON.stringify(strip)}`;
  return stamp(shape, () => /* @__PURE__ */ jsx(SessionStrip, { sessions: strip, note }), { note: stripNote2 ?? "" });
}
function RegisterForm({ view, form }) {
  const { rows, count, phase, sessionId } = view;
  const phaseOfRows = phase === "started" ? "started" : "in-advance";
  if (rows.length === 0)
    return /* @__PURE__ */ jsx(EmptyState, { title: "Nobody is expected at this session", children: "Add people to the cohort, or check their exits." });
  return /* @__PURE__ */ jsxs("form", { method: "post", action: paths.register(sessionId), id: "register", noValidate: true, children: [
    /* @__PURE__ */ jsx("button", { type: "submit", disabled: true, hidden: true }),
    /* @__PURE__ */ jsx(Toolbar, { view }),
    /* @__PURE__ */ jsx(
      Stamped,
      {
        markup: rows.map((row) => rowMarkup(row, { form, phase: phaseOfRows, takesBack: view.takesBack })).join("")
      }
    ),
    view.asksForCorrectionReason && /* @__PURE__ */ jsx(
      TextField,
      {
        form,
        name: "correctionReason",
        label: "Reason for the correction",
        hint: "Needed if you change what was recorded: the session was more than 7 days ago.",
        maxLength: 200
      }
    ),
    /* @__PURE__ */ jsx(
      SaveBar,
      {
        button: phase === "started" ? "Save register" : "Save apologies",
        status: phase === "started" ? `${count.marked} of ${count.expected} marked` : void 0,
        statusId: "register-status",
        hint: /* @__PURE__ */ jsx(KeysHint, { view })
      }
    ),
    /* @__PURE__ */ jsxs("p", { className: "govuk-body print-only", children: [
      "Printed on ",
      view.printedAt,
      "."
    ] }),
    /* @__PURE__ */ jsx("script", { type: "module", src: registerScript })
  ] });
}
function Toolbar({ view }) {
  const { phase, sessionId, count, takesBack } = view;
  if (phase === "in-advance") {
    return /* @__PURE__ */ jsxs(InsetText, { children: [
      view.startsInWords ? `This session starts on ${view.startsInWords}.` : "This session has no date yet.",
      " Until then you can record apologies only."
    ] });
  }
  return /* @__PURE__ */ jsxs("div", { className: "toolbar", children: [
    count.notRecorded > 0 && /* @__PURE__ */ jsx(Button, { variant: "secondary", name: "intent", value: "rest-attended", children: "Set everyone left to attended" }),
    /* @__PURE__ */ jsx("button", { type: "button", className: "link-button", "data-print": true, hidden: true, children: "Print" }),
    count.marked > 0 && !takesBack && /* @__PURE__ */ jsx("a", { className: "govuk-link", href: "?take-back", children: "Take back a mark" }),
    count.marked === count.byMark["absent-notified"] && /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.notHeld(sessionId), children: "The session did not go ahead" }),
    count.notRecorded === 0 && view.writesLog && /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.deliveryLog(sessionId), children: "Log what was delivered" })
  ] });
}
function KeysHint({ view }) {
  const { lastSaved: lastSaved2, phase } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    lastSaved2,
    /* @__PURE__ */ jsxs("span", { "data-keys": true, hidden: true, children: [
      lastSaved2 && " · ",
      /* @__PURE__ */ jsxs("label", { children: [
        /* @__PURE__ */ jsx("input", { type: "checkbox", defaultChecked: true }),
        " Letter keys"
      ] }),
      phase === "started" ? ": P attended, L E A N S by initial, R the rest" : ": A apology"
    ] })
  ] });
}
function NotHeld$1({ view }) {
  return /* @__PURE__ */ jsxs(InsetText, { children: [
    /* @__PURE__ */ jsxs("p", { children: [
      "This session did not go ahead: ",
      view.cancelledWhy
    ] }),
    /* @__PURE__ */ jsx("p", { children: /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.session(view.sessionId), children: "Go to the session" }) })
  ] });
}
function standingInWords({ row, history, caughtUpPlans }, sessions, programme, now) {
  const facts = history.flatMap((own) => {
    const session = sessions.get(own.sessionId);
    if (!session) return [];
    const { planNumber, state, time } = session;
    return [{ ...own, planNumber, sessionState: state, startsAt: (time == null ? void 0 : time.startsAt) ?? null }];
  });
  const { received, outOf } = receivedSoFar(facts, caughtUpPlans, programme.thresholds);
  const run = runOfAbsences(facts);
  const person = { facts, caughtUpPlans, joinsAtPlan: row.joinsAtPlan, isActive: isActive(row.enrolmentState) };
  const best = bestPossible(person, programme, now);
  const parts = [
    outOf === 0 ? "First session" : `Received ${received} of ${outOf}`,
    run.missed > 0 && `missed the last ${run.missed}`,
    best.standing === "possible" && `may miss ${best.mayMiss} more`,
    best.standing === "last-chance" && "may miss no more",
    best.standing === "impossible" && "can no longer complete"
  ];
  return parts.filter(Boolean).join(" · ");
}
function readRegisterView({ db, clock, content }, actor, sessionId) {
  const day = findSessionDay(db, actor, sessionId, "write", "register");
  if (!day) return null;
  const { session, cohort, onTeam, arranges } = day;
  const now = clock.now();
  const sessions = listTerm(db, actor, cohort.id);
  const notes = noteSchedule(sessions, listKeptTimes(db, actor, cohort.id), []);
  const people = listRegisterRowsWithHistory(db, actor, sessionId);
  const rows = people.map(({ row }) => row);
  const byId = new Map(sessions.map((one) => [one.id, one]));
  const programme = content.programmeOf(cohort);
  const leave = mayCorrect({ facilitates: onTeam, oversees: arranges }, session, now);
  return {
    sessionId,
    planNumber: session.planNumber,
    caption: captionOf(day, sessions.length),
    strip: stripSessions({ sessions, notes, current: sessionId, now }),
    stripNote: stripNote({ moved: notes.moved, skipped: [] }),
    phase: phaseOf(day, now),
    startsInWords: session.time && formatDayAndTime(session.time.day, session.time.startTime),
    lengthMinutes: session.lengthMinutes,
    cancelledWhy: session.state === "cancelled" ? session.stateReason : null,
    rows: people.map((person) => ({
      ...rowView(person.row, day, now),
      isFixed: leave === "not-any-more" && isOnRecord(person.row, session),
      standing: standingInWords(person, byId, programme, now)
    })),
    count: countRegister(rows),
    asksForCorrectionReason: leave === "needs-reason" && rows.some((row) => isOnRecord(row, session)),
    writesLog: day.may("write", "delivery-log"),
    lastSaved: lastSaved(rows, now),
    printedAt: formatInstant(now)
  };
}
function captionOf({ cohort, session }, total) {
  const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : "not booked yet";
  return `${cohort.name} · session ${session.planNumber} of ${total} · ${when}`;
}
function phaseOf({ session }, now) {
  if (session.state === "cancelled") return "cancelled";
  return hasStarted(session, now) ? "started" : "in-advance";
}
function rowView(row, { session }, now) {
  var _a;
  const { enrolmentId, givenName, familyName, mark, minutes, reason, note, version } = row;
  const name = `${givenName} ${familyName}`;
  return {
    key: enrolmentId,
    name,
    mark,
    minutes,
    reason,
    note,
    version,
    status: statusOf(row, (_a = session.time) == null ? void 0 : _a.day, now)
  };
}
function statusOf({ mark, reason, note }, day, now) {
  if (mark === null) return null;
  if (reason !== null)
    return { text: reason === "other" && note ? note : REASON_LABELS[reason], colour: "blue" };
  const ring = MARK_MEANINGS[mark].startsFollowUp && day === dayOf(now);
  return ring ? { text: "Ring tomorrow", colour: "orange" } : { text: "Marked", colour: "green" };
}
function lastSaved(rows, now) {
  const at = rows.flatMap(({ markedAt }) => markedAt ?? []).sort().at(-1);
  if (!at) return null;
  return dayOf(at) === dayOf(now) ? `saved ${formatTime(wallTimeOf(at).time)}` : `saved ${formatInstant(at)}`;
}
const meta$x = () => pageTitle("Register");
const SAID$c = {
  saved: "Register saved.",
  unchanged: "Everything on this page was saved already."
};
function loader$C({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "register");
  const view = orNotFound(readRegisterView(context, actor, asId(params.sessionId)));
  return json({ ...view, said: said(request, SAID$c), takesBack: new URL(request.url).searchParams.has("take-back") });
}
async function action$l({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "register");
  const sessionId = asId(params.sessionId);
  const sent = await readSentForm(request);
  const form = readRegisterForm(sent);
  if (!form || form.faults.length > 0) orNotFound(findSessionDay(context.db, actor, sessionId, "write", "register"));
  if (!form || form.faults.length > 0) return answerUnreadable(context, actor, sessionId, (form == null ? void 0 : form.faults) ?? null, sent);
  const outcome = recordRegister(context, actor, { sessionId, ...form });
  if (!outcome.done) return answerRegisterRefusal(context, actor, sessionId, outcome, sent);
  const { written, conflicts } = outcome.value;
  if (conflicts.length > 0) return answerConflicts(context, actor, conflicts, written.length, sent);
  return redirect(paths.register(sessionId, written.length > 0 ? "saved" : "unchanged"));
}
function Register() {
  const view = useLoaderData();
  const answer = useActionData();
  return /* @__PURE__ */ jsx(RegisterPage, { view, form: (answer == null ? void 0 : answer.form) ?? EMPTY_FORM, savedMeanwhile: (answer == null ? void 0 : answer.saved) ?? null });
}
const route15 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$l,
  default: Register,
  loader: loader$C,
  meta: meta$x
}, Symbol.toStringTag, { value: "Module" }));
const REASON = "Choose the main reason";
const exitForm = withDays(
  ["on"],
  z.object({
    version: shownVersion(),
    on: typedDay({ missing: "Enter the last day of the place" }),
    kind: oneOfCodes(EXIT_KINDS, "Choose who ended it"),
    reason: z.string(REASON).transform((code, issues) => {
      const reason = parseExitReason(code);
      if (!reason) issues.addIssue({ code: "custom", message: REASON });
      return reason;
    }),
    note: optionalText(500)
  })
);
const inWords = (day) => dayInWords(day);
const SENTENCES$9 = {
  "already-ended": () => ({
    field: "form",
    sentence: "This place has ended already. Nothing was changed",
    status: 409
  }),
  "changed-meanwhile": () => ({
    field: "form",
    sentence: "Somebody changed this place while you had it open. Go back and look at it first",
    status: 409
  }),
  "exit-in-future": ({ today }) => ({ field: "on", sentence: `Enter a day on or before today, ${inWords(today)}` }),
  "exit-before-enrolled": ({ enrolledOn }) => ({
    field: "on",
    sentence: `Enter a day on or after ${inWords(enrolledOn)}, when they were enrolled`
  }),
  "attended-later": ({ planNumber, day }) => ({
    field: "on",
    sentence: `They attended session ${planNumber} on ${inWords(day)}. Enter that day or a later one`
  }),
  "words-needed": () => ({ field: "note", sentence: "Say in a few words what the reason was" })
};
function Radios({ value, inline, className, ...props }) {
  return /* @__PURE__ */ jsx(
    ChoiceGroup,
    {
      kind: "radios",
      isChecked: (choice) => choice.value === value,
      className: classNames(inline && "govuk-radios--inline", className),
      ...props
    }
  );
}
function RadiosField({ form, ...props }) {
  return /* @__PURE__ */ jsx(Radios, { error: form.errors[props.name], value: textOf(form, props.name), ...props });
}
function SelectField({ form, ...props }) {
  return /* @__PURE__ */ jsx(Select, { error: form.errors[props.name], defaultValue: textOf(form, props.name), ...props });
}
const REASONS = [
  { value: "", label: "Choose" },
  ...EXIT_REASON_GROUPS.flatMap(
    (group) => group.reasons.map(({ code, label }) => ({ value: code, label: `${group.label}: ${label.toLowerCase()}` }))
  )
];
function ExitPage({ view: { person, cohort, enrolledOn, isActive: isActive2 }, form }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.person(person.id) }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(
      PageHeader,
      {
        caption: `${cohort} · ${person.reference} · enrolled on ${formatDate(enrolledOn)}`,
        title: `${person.name} leaves`
      }
    ),
    isActive2 ? /* @__PURE__ */ jsx(ExitForm, { name: person.name, form }) : /* @__PURE__ */ jsx(InsetText, { children: "This place has ended already." })
  ] });
}
function ExitForm({ name, form }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "When you record this exit:" }),
    /* @__PURE__ */ jsxs("ul", { className: "govuk-list govuk-list--bullet", children: [
      /* @__PURE__ */ jsxs("li", { children: [
        name,
        " is taken off the register of every session after the last day;"
      ] }),
      /* @__PURE__ */ jsx("li", { children: "no more reminders leave for them;" }),
      /* @__PURE__ */ jsx("li", { children: "what was recorded stays, and counts;" }),
      /* @__PURE__ */ jsx("li", { children: "the place is free for somebody else." })
    ] }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") }),
      /* @__PURE__ */ jsx(DateField, { form, name: "on", legend: "Last day of the place", legendSize: "s" }),
      /* @__PURE__ */ jsx(
        RadiosField,
        {
          form,
          name: "kind",
          legend: "Who ended it?",
          legendSize: "s",
          items: [
            { value: "left", label: "The person left" },
            { value: "removed", label: "The service ended the place" }
          ]
        }
      ),
      /* @__PURE__ */ jsx(SelectField, { form, name: "reason", label: "Main reason", labelSize: "s", options: REASONS }),
      /* @__PURE__ */ jsx(
        TextareaField,
        {
          form,
          name: "note",
          label: "In your own words",
          labelSize: "s",
          hint: "Needed for “something else”. Write nothing here that came from the other side of the family.",
          rows: 3
        }
      ),
      /* @__PURE__ */ jsx(Button, { variant: "warning", preventDoubleClick: true, children: "Record exit" })
    ] })
  ] });
}
const meta$w = () => pageTitle("Record an exit");
function loader$B({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "exit");
  const enrolment = orNotFound(
    findEnrolment(context.db, actor, asId(params.enrolmentId), "write", "exit")
  );
  const { personId, givenName, familyName, reference, cohort, enrolledOn, version, state } = enrolment;
  const person = { id: personId, name: `${givenName} ${familyName}`, reference };
  return json({ person, cohort, enrolledOn, version, isActive: isActive(state), today: dayOf(context.clock.now()) });
}
async function action$k({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "exit");
  const enrolmentId = asId(params.enrolmentId);
  const { personId } = orNotFound(findEnrolment(context.db, actor, enrolmentId, "write", "exit"));
  const read = await readForm(request, exitForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = recordExit(context, actor, { enrolmentId, ...read.value });
  return outcome.done ? redirect(paths.person(personId, "exited")) : answerRefusal(outcome, read.form, SENTENCES$9);
}
function ExitRoute() {
  var _a;
  const view = useLoaderData();
  const [year, month, day] = view.today.split("-").map((part) => String(Number(part)));
  const fresh = {
    values: { version: String(view.version), "on-day": day, "on-month": month, "on-year": year },
    errors: {}
  };
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? fresh;
  return /* @__PURE__ */ jsx(ExitPage, { view, form });
}
const route16 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$k,
  default: ExitRoute,
  loader: loader$B,
  meta: meta$w
}, Symbol.toStringTag, { value: "Module" }));
const meta$v = () => pageTitle("Close an account");
const SENTENCES$8 = {
  oneself: () => ({ field: "form", sentence: "You cannot close your own account. Ask another administrator" }),
  "last-administrator": () => ({
    field: "form",
    sentence: "This is the last administrator. Make somebody else administrator first"
  }),
  "changed-meanwhile": () => ({
    field: "form",
    sentence: "Somebody changed this account while you had it open. Check it, then close it",
    status: 409
  })
};
function loader$A({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "staff");
  const member = orNotFound(findStaffMember(context.db, actor, asId(params.staffId)));
  return json({ id: member.id, name: member.name, version: member.version });
}
async function action$j({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "staff");
  const member = orNotFound(findStaffMember(context.db, actor, asId(params.staffId)));
  const read = await readForm(request, z.object({ version: shownVersion() }));
  if (!read.ok) return formErrors(read.form);
  const outcome = deactivateStaff(context, actor, { staffId: member.id, version: read.value.version });
  return outcome.done ? redirect(paths.staff("deactivated")) : answerRefusal(outcome, read.form, SENTENCES$8);
}
function Deactivation() {
  var _a;
  const { id, name, version } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.staffMember(id) }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { title: `Close the account of ${name}` }),
    /* @__PURE__ */ jsxs("ul", { className: "govuk-list govuk-list--bullet", children: [
      /* @__PURE__ */ jsxs("li", { children: [
        name,
        " is signed out everywhere at once and cannot sign in."
      ] }),
      /* @__PURE__ */ jsx("li", { children: "Their calendar address ends, and every link that they were given." }),
      /* @__PURE__ */ jsx("li", { children: "What they recorded stays, with their name." }),
      /* @__PURE__ */ jsx("li", { children: "They stay on the teams that they are on: change those first if sessions are to come." }),
      /* @__PURE__ */ jsx("li", { children: "A new link opens the account again." })
    ] }),
    /* @__PURE__ */ jsxs("form", { method: "post", children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: version }),
      /* @__PURE__ */ jsx(Button, { variant: "warning", preventDoubleClick: true, children: "Close the account" })
    ] })
  ] });
}
const route17 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$j,
  default: Deactivation,
  loader: loader$A,
  meta: meta$v
}, Symbol.toStringTag, { value: "Module" }));
const meta$u = () => pageTitle("Remove a closure");
function loader$z({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "closures");
  return json(orNotFound(findClosure(context.db, actor, asId(params.closureId))));
}
async function action$i({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "closures");
  const outcome = removeClosure(context, actor, asId(params.closureId));
  if (!outcome.done) throw notFound();
  return redirect(paths.closures("removed"));
}
function ClosureRemoval() {
  const { label, from, to, venue } = useLoaderData();
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.closures() }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Remove this closure" }),
    /* @__PURE__ */ jsx(
      SummaryList,
      {
        rows: [
          { key: "Reason", value: label },
          { key: "Days", value: from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}` },
          { key: "Where", value: venue ?? "Everywhere" }
        ]
      }
    ),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Cohorts that are laid out from now on may meet on these days. Sessions that are laid out already stay where they are." }),
    /* @__PURE__ */ jsx("form", { method: "post", children: /* @__PURE__ */ jsx(Button, { variant: "warning", preventDoubleClick: true, children: "Remove closure" }) })
  ] });
}
const route18 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$i,
  default: ClosureRemoval,
  loader: loader$z,
  meta: meta$u
}, Symbol.toStringTag, { value: "Module" }));
const meta$t = () => pageTitle("Session plan");
function loader$y({ request, context, params }) {
  const actor = requireAccess(request, context, "read", "register");
  const sessionId = asId(params.sessionId);
  const { session, cohort } = orNotFound(findSessionDay(context.db, actor, sessionId, "read", "register"));
  const programme = context.content.programmeOf(cohort);
  const { notice, modules, logicModel } = programme;
  const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : "not booked yet";
  return {
    sessionId,
    plan: planNumbered(programme, session.planNumber),
    programme: { notice, modules, logicModel },
    caption: `${cohort.name} · session ${session.planNumber} · ${when}`
  };
}
function Plan() {
  const { sessionId, plan, programme, caption } = useLoaderData();
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs(BackLink, { href: paths.session(sessionId), children: [
      "Session ",
      plan.number
    ] }),
    /* @__PURE__ */ jsx(PageHeader, { caption, title: plan.title }),
    /* @__PURE__ */ jsx(SessionPlanBody, { plan, programme })
  ] });
}
const route19 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Plan,
  loader: loader$y,
  meta: meta$t
}, Symbol.toStringTag, { value: "Module" }));
function retentionChart({ retention, takingPart }, planCount) {
  const last = retention.points.at(-1);
  if (!last) return null;
  const share = `${formatRate(last.share)} still taking part`;
  const counts = `${takingPart.stayed} of ${takingPart.started} who started`;
  return {
    points: retention.points,
    planCount,
    endLabel: { share, counts },
    description: `After session ${last.session}, ${share}: ${counts}. ${bandInWords(last.band)}`,
    note: retentionNote(retention),
    numbers: {
      head: ["After session", "People at risk", "Left", "Still taking part", "95% band"],
      rows: retention.points.filter(({ session }) => session > 0).map((point) => [
        String(point.session),
        String(point.atRisk),
        String(point.left),
        formatRate(point.share),
        point.band ? formatInterval({ low: point.band.lower, high: point.band.upper }) : "none"
      ])
    }
  };
}
function bandInWords(band) {
  return band ? `The 95% band is ${formatInterval({ low: band.lower, high: band.upper })}.` : "There is no band yet.";
}
function retentionNote({ people, isFew, emptiedEarlyAt, losses }) {
  const few = `Only ${formatCount("person", people)} started: one more who leaves moves this line by about ${percentOf(1, people)} percentage points.`;
  const list = losses.map(({ afterSession, people: left }) => `${left} after session ${afterSession}`);
  return [
    "Shade: 95% band. Each drop stands at the last session attended.",
    isFew && few,
    isFew && (list.length > 0 ? `Left: ${listInWords(list)}.` : "Nobody has left."),
    emptiedEarlyAt !== null && `Everybody at risk after session ${emptiedEarlyAt} had left before others joined, so the line stays at 0: look at the numbers.`
  ].filter(Boolean).join(" ");
}
const NOT_LOGGED = {
  "no-log": "No log yet",
  "not-recorded": "Not recorded yet whether it was held",
  cancelled: "Cancelled",
  "to-come": "To come"
};
function adherenceChart({ sessions, adherence }, threshold) {
  if (adherence.sessions === 0) return null;
  return {
    bars: sessions.map(barOf),
    threshold,
    description: `${adherence.sessionsWithLog} of ${formatCount("held session", adherence.sessions)} have a log. Over them, ${formatPercent(adherence.delivered.count, adherence.delivered.outOf)} of the activities rated were delivered.`,
    note: adherenceNote(sessions, threshold),
    numbers: {
      head: ["Session", "Delivered", "Core", "As intended", "Not rated"],
      rows: sessions.filter(({ state }) => state !== "to-come").map(numbersOf)
    }
  };
}
function barOf({ planNumber: session, state, adherence }) {
  const delivered = adherence == null ? void 0 : adherence.delivered;
  if (state === "logged" && delivered && delivered.percent !== null) {
    return { session, state, percent: delivered.percent, delivered: delivered.count, planned: delivered.outOf };
  }
  return { session, state: state === "logged" ? "no-log" : state };
}
function numbersOf({ planNumber, state, adherence }) {
  const number = String(planNumber);
  if (state !== "logged" || !adherence) return [number, NOT_LOGGED[state === "logged" ? "no-log" : state], "", "", ""];
  const { delivered, core, asIntended, missing } = adherence;
  const share = ({ count, outOf }) => formatPercent(count, outOf);
  return [number, share(delivered), share(core), share(asIntended), String(missing)];
}
function adherenceNote(sessions, threshold) {
  const numbers = (wanted) => sessions.filter(wanted).map(({ planNumber }) => planNumber);
  const coreMissed = numbers(({ adherence }) => adherence !== null && adherence.core.count < adherence.core.outOf);
  const noLog = numbers(({ state }) => state === "no-log");
  return [
    `Hollow: below ${threshold}%.`,
    coreMissed.length > 0 && `A core activity was not delivered in ${named$1(coreMissed)}.`,
    noLog.length > 0 && `No log yet: ${named$1(noLog)}.`
  ].filter(Boolean).join(" ");
}
function named$1(numbers) {
  return `${numbers.length === 1 ? "session" : "sessions"} ${listInWords(numbers)}`;
}
function scheduleInWords(notes) {
  const cancelled = notes.cancelled.map(
    ({ planNumber, reason }) => `Session ${planNumber} was cancelled${reason ? `: ${lowerFirst(reason)}` : ""}.`
  );
  const moved = notes.moved.length === 0 ? "none moved" : `${notes.moved.length} moved`;
  const counts = `${formatCount("session", notes.cancelled.length)} cancelled, ${moved}`;
  const ends = notes.endsOn ? `Ends ${formatDate(notes.endsOn)}. ` : "";
  const isPlain = notes.cancelled.length === 0 && notes.moved.length === 0;
  const tail = isPlain ? "No session moved or cancelled." : `${upperFirst(counts)}.`;
  return [`${ends}${tail}`, stripNote(notes), ...cancelled].filter(Boolean).join(" ");
}
function lossesInWords({ retention, takingPart }) {
  const losses = retention.losses.map(({ afterSession, people }) => `${people} after session ${afterSession}`);
  const { notYetStarted, neverStarted, started } = takingPart;
  const left = losses.length > 0 ? `Left: ${listInWords(losses)}` : started > 0 && "Nobody has left";
  const parts = [
    left,
    notYetStarted > 0 && `${notYetStarted} not started yet`,
    neverStarted > 0 && `${neverStarted} gave up a place without starting`
  ];
  return sentence(parts);
}
function deliveryInWords({ adherence, coreMissed, notRated }) {
  const { delivered, sessions, sessionsWithLog } = adherence;
  if (sessions === 0) return "No session has been held yet";
  const without = sessions - sessionsWithLog;
  const logs = without === 0 ? "every session has a log" : `${formatCount("session", without)} without a log`;
  if (delivered.percent === null) return upperFirst(logs);
  const core = coreMissed === 0 ? "no core activity missed" : `${formatCount("core activity", coreMissed)} missed`;
  const gaps = notRated > 0 && `${formatCount("activity", notRated)} not rated`;
  return sentence([`${delivered.count} of ${delivered.outOf} activities`, core, logs, gaps]);
}
function rangeInWords({ interval }) {
  return interval && `95% range ${formatInterval({ low: interval.lower, high: interval.upper })}`;
}
function completionInWords({ best, catchUpsNeeded, isActive: isActive2 }) {
  if (!isActive2) return "";
  const unless = catchUpsNeeded > 0 && `only with ${formatCount("catch-up", catchUpsNeeded)}`;
  switch (best.standing) {
    case "reached":
      return "Has received enough to complete";
    case "possible":
      return sentence([`May miss ${best.mayMiss} more`, unless]);
    case "last-chance":
      return sentence(["May miss no more", unless]);
    case "impossible":
      return sentence(["Cannot complete any more", ...whyImpossible(best)]);
  }
}
function whyImpossible(best) {
  const { possible, needed, requiredOutOfReach, individual } = best;
  const reasons = [
    possible < needed && `at best ${possible} of the ${needed} sessions needed`,
    requiredOutOfReach.length > 0 && `without session ${listInWords(requiredOutOfReach)}, which is required`,
    individual.possible < individual.needed && `at best ${individual.possible} of ${formatCount("individual session", individual.needed)} needed`
  ];
  return reasons.filter((reason) => reason !== false);
}
function runInWords({ run }) {
  if (run.missed === 0) return null;
  return `${run.missed} in a row${run.unexplained > 0 ? `, ${run.unexplained} without contact` : ""}`;
}
function sentence(parts) {
  return parts.filter((part) => part !== false).join("; ");
}
function upperFirst(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
function readCohortView(context, actor, cohortId) {
  const review = reviewCohort(context, actor, cohortId);
  if (!review) return null;
  const { record, programme, summary, now } = review;
  return {
    ...headOf(review),
    strip: stripSessions({ sessions: record.sessions, notes: summary.schedule, current: null, now }),
    scheduleNote: scheduleInWords(summary.schedule),
    takingPart: { ...summary.takingPart, note: lossesInWords(summary) },
    completion: completionOf(review),
    delivery: { ...summary.delivery.adherence, note: deliveryInWords(summary.delivery) },
    retention: retentionChart(summary, programme.plans.length),
    adherence: adherenceChart(summary.delivery, programme.thresholds.fidelityBands.good),
    sessions: record.sessions.map(({ planNumber, time }) => ({
      number: planNumber,
      when: time ? formatDay(time.day) : "not booked"
    })),
    register: record.members.map((member, index) => ({
      name: fullName(member),
      cells: summary.people[index].cells
    })),
    people: record.members.flatMap((member, index) => personOf(review, member, summary.people[index])),
    leavers: record.members.flatMap((member, index) => leaverOf(member, summary.people[index])),
    attendance: {
      share: formatPercent(summary.attendance.count, summary.attendance.outOf),
      range: rangeInWords(summary.attendance),
      notRecorded: summary.attendance.notRecorded
    },
    dose: doseOf(review),
    addMember: record.may.addMembers ? paths.newMember(cohortId) : null
  };
}
function fullName({ givenName, familyName }) {
  return `${givenName} ${familyName}`;
}
function headOf({ record: { cohort, team }, programme, summary }) {
  const { startsOn } = summary.schedule;
  const hasBegun = summary.delivery.sessions.some(({ state }) => state !== "to-come");
  const term = startsOn && `${hasBegun ? "started" : "starts"} ${formatDate(startsOn)}`;
  const ended = cohort.state === "finished" || cohort.state === "cancelled" ? cohort.state : null;
  const place = cohort.venue ? [cohort.venue, cohort.room].filter(Boolean).join(", ") : "Online";
  return {
    name: cohort.name,
    caption: [cohort.area, term, ended].filter(Boolean).join(" · "),
    state: cohort.state,
    hasBegun,
    places: cohort.places,
    programme: programmeLabel(programme),
    place,
    team: team.map(({ name }) => name)
  };
}
function completionOf({ record, summary }) {
  const { canComplete, lastChance, outOfReach, catchUpsOpen, completed } = summary.completion;
  const named2 = (ids) => record.members.filter(({ enrolmentId }) => ids.includes(enrolmentId)).map(fullName);
  return { canComplete, lastChance: named2(lastChance), outOfReach: named2(outOfReach), catchUpsOpen, completed };
}
function personOf({ record }, member, person) {
  if (!person.isActive && member.state !== "completed") return [];
  const { attendance, received, caughtUp } = person;
  return [
    {
      name: fullName(member),
      reference: member.reference,
      href: paths.person(member.personId),
      attendance: formatPercent(attendance.count, attendance.outOf),
      range: rangeInWords(attendance),
      notRecorded: attendance.notRecorded,
      received: received.outOf === 0 ? "nothing yet" : `${received.received} of ${received.outOf}`,
      caughtUp,
      run: runInWords(person),
      completion: member.state === "completed" ? "Completed" : completionInWords(person),
      standing: member.state === "completed" ? "reached" : person.best.standing,
      exit: record.may.recordExits && person.isActive ? paths.exit(member.enrolmentId) : null
    }
  ];
}
function leaverOf(member, { lastAttended, attendance }) {
  const { exitOn, exitKind, exitReason, exitNote } = member;
  if (exitOn === null || exitKind === null) return [];
  const reason = parseExitReason(exitReason ?? "");
  return [
    {
      name: fullName(member),
      reference: member.reference,
      href: paths.person(member.personId),
      how: exitKind === "removed" ? "Removed by the service" : "Left",
      when: formatDate(exitOn),
      after: lastAttended === null ? "Never attended" : `After session ${lastAttended}`,
      reason: reason ? `${groupOfExitReason(reason).label}: ${exitReasonLabel(reason).toLowerCase()}` : "Not known",
      note: exitNote,
      attendance: formatPercent(attendance.count, attendance.outOf)
    }
  ];
}
function doseOf({ summary }) {
  const { held, minutes, adherence } = summary.delivery;
  const share = ({ count, outOf }) => formatPercent(count, outOf);
  return {
    sessions: `${held.sessions.count} of ${held.sessions.outOf} that were due, of ${held.planned} in the plan`,
    unanswered: held.unanswered,
    minutes: share(minutes.minutes),
    minutesMissing: minutes.missing,
    core: share(adherence.core),
    adaptable: share(adherence.adaptable),
    asIntended: share(adherence.asIntended)
  };
}
const marks = Object.fromEntries(
  MARKS.map((mark) => [mark, { symbol: MARK_MEANINGS[mark].letter, words: MARK_MEANINGS[mark].label }])
);
const CELL_SYMBOLS = {
  ...marks,
  attended: { symbol: "✓", words: MARK_MEANINGS.attended.label },
  "caught-up": { symbol: "c", words: "Caught up" },
  "not-recorded": { symbol: "–", words: "Not yet recorded" },
  cancelled: { symbol: "×", words: "Session cancelled" },
  "to-come": { symbol: "·", words: "To come" },
  "not-enrolled": { symbol: "", words: "Not enrolled" }
};
function HeatMap({ id, caption, sessions, people }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("section", { className: "heat-map", "aria-labelledby": `${id}-caption`, tabIndex: 0, children: /* @__PURE__ */ jsxs("table", { className: "heat-map__table", children: [
      /* @__PURE__ */ jsx("caption", { id: `${id}-caption`, className: "govuk-visually-hidden", children: caption }),
      /* @__PURE__ */ jsx("thead", { children: /* @__PURE__ */ jsxs("tr", { children: [
        /* @__PURE__ */ jsx("th", { scope: "col", className: "heat-map__corner", children: /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: "Person" }) }),
        sessions.map(({ number, when }) => /* @__PURE__ */ jsxs("th", { scope: "col", className: "heat-map__session", children: [
          /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: "Session " }),
          number,
          /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
            ", ",
            when
          ] })
        ] }, number))
      ] }) }),
      /* @__PURE__ */ jsx("tbody", { children: keyed(people).map(({ key, item: { name, cells } }) => /* @__PURE__ */ jsxs("tr", { children: [
        /* @__PURE__ */ jsx("th", { scope: "row", className: "heat-map__person", children: name }),
        keyed(cells).map(({ key: column, item: cell }) => /* @__PURE__ */ jsx(HeatMapCell, { cell }, column))
      ] }, key)) })
    ] }) }),
    /* @__PURE__ */ jsx(Key, { cells: REGISTER_CELLS.filter((cell) => people.some((person) => person.cells.includes(cell))) })
  ] });
}
function HeatMapCell({ cell }) {
  const { symbol, words } = CELL_SYMBOLS[cell];
  return /* @__PURE__ */ jsx("td", { className: "heat-map__cell", children: /* @__PURE__ */ jsxs("span", { className: `mark mark--${cell}`, children: [
    /* @__PURE__ */ jsx("span", { "aria-hidden": "true", children: symbol }),
    /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: words })
  ] }) });
}
function Key({ cells }) {
  return /* @__PURE__ */ jsx("ul", { className: "heat-map__key", "aria-label": "Key to the register", children: cells.filter((cell) => CELL_SYMBOLS[cell].symbol !== "").map((cell) => /* @__PURE__ */ jsxs("li", { children: [
    /* @__PURE__ */ jsx("span", { className: `mark mark--${cell}`, "aria-hidden": "true", children: CELL_SYMBOLS[cell].symbol }),
    " ",
    CELL_SYMBOLS[cell].words
  ] }, cell)) });
}
const COHORT_FRAME = { width: 460, height: 280, left: 42, right: 448, top: 26, bottom: 206 };
function sessionTicks(first, last) {
  const step = last > 12 ? 3 : last > 6 ? 2 : 1;
  const regular = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
  const between = regular.filter((number) => number > first && last - number > step / 2);
  return [.../* @__PURE__ */ new Set([first, ...between, last])];
}
function toTenth(coordinate) {
  return Math.round(coordinate * 10) / 10;
}
const WORDS = { "no-log": "no log", "not-recorded": "not recorded", cancelled: "cancelled" };
function drawAdherence(bars, threshold, frame = COHORT_FRAME) {
  const sessions = bars.map(({ session }) => session);
  const along = scaleBand(sessions, [frame.left, frame.right]).padding(0.25);
  const up = scaleLinear([0, 100], [frame.bottom, frame.top]);
  const y = (percent2) => toTenth(up(percent2));
  const width = toTenth(along.bandwidth());
  const place = (session) => {
    const x = along(session) ?? frame.left;
    return { x: toTenth(x), middle: toTenth(x + along.bandwidth() / 2) };
  };
  return {
    bars: bars.flatMap((bar) => {
      if (bar.state !== "logged") return [];
      const top = y(bar.percent);
      const size = { y: top, width, height: toTenth(frame.bottom - top) };
      return [
        {
          session: bar.session,
          ...place(bar.session),
          ...size,
          percent: bar.percent,
          isBelow: bar.percent < threshold
        }
      ];
    }),
    missing: bars.flatMap(
      (bar) => bar.state === "logged" || bar.state === "to-come" ? [] : [{ session: bar.session, ...place(bar.session), word: WORDS[bar.state] }]
    ),
    sessions: sessions.map((number) => ({ number, x: place(number).middle })),
    shares: [0, 25, 50, 75, 100].map((percent2) => ({ percent: percent2, y: y(percent2) })),
    threshold: y(threshold)
  };
}
function Chart({ id, title, description, frame, note, numbers, children }) {
  return /* @__PURE__ */ jsxs("figure", { className: "chart", children: [
    /* @__PURE__ */ jsxs(
      "svg",
      {
        className: "chart__drawing",
        viewBox: `0 0 ${frame.width} ${frame.height}`,
        role: "img",
        "aria-labelledby": `${id}-title ${id}-description`,
        children: [
          /* @__PURE__ */ jsx("title", { id: `${id}-title`, children: title }),
          /* @__PURE__ */ jsx("desc", { id: `${id}-description`, children: description }),
          children
        ]
      }
    ),
    note && /* @__PURE__ */ jsx("figcaption", { className: "chart__note", children: note }),
    /* @__PURE__ */ jsx(
      Details,
      {
        className: "chart__numbers",
        summary: /* @__PURE__ */ jsxs(Fragment, { children: [
          "Show the numbers",
          /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
            ": ",
            title
          ] })
        ] }),
        children: /* @__PURE__ */ jsx("section", { className: "table-scroll", "aria-label": `Numbers: ${title}`, tabIndex: 0, children: /* @__PURE__ */ jsx(Table, { className: "chart__table", head: numbers.head, rows: numbers.rows, firstCellIsHeader: true }) })
      }
    )
  ] });
}
function ShareAxis({ shares, frame }) {
  return shares.map(({ percent: percent2, y }) => /* @__PURE__ */ jsxs("g", { children: [
    /* @__PURE__ */ jsx("line", { className: percent2 === 0 ? "chart__base" : "chart__grid", x1: frame.left, x2: frame.right, y1: y, y2: y }),
    /* @__PURE__ */ jsx("text", { className: "chart__tick", x: frame.left - 8, y: y + 5, textAnchor: "end", children: percent2 })
  ] }, percent2));
}
const MOST_VALUES_ON_A_PHONE = 12;
function AdherenceBars({ bars, threshold, ...words }) {
  const frame = COHORT_FRAME;
  const drawn = drawAdherence(bars, threshold);
  const isDense = bars.length > MOST_VALUES_ON_A_PHONE;
  return /* @__PURE__ */ jsxs(Chart, { frame, ...words, children: [
    /* @__PURE__ */ jsx(ShareAxis, { shares: drawn.shares, frame }),
    drawn.bars.map((bar) => /* @__PURE__ */ jsx(
      "rect",
      {
        className: bar.isBelow ? "chart__bar chart__bar--below" : "chart__bar",
        x: bar.x,
        y: bar.y,
        width: bar.width,
        height: bar.height
      },
      bar.session
    )),
    /* @__PURE__ */ jsx("line", { className: "chart__threshold", x1: frame.left, x2: frame.right, y1: drawn.threshold, y2: drawn.threshold }),
    drawn.bars.map((bar) => /* @__PURE__ */ jsx(
      "text",
      {
        className: classNames("chart__value", isDense && !bar.isBelow && "chart__value--spare"),
        x: bar.middle,
        y: bar.y - 6,
        textAnchor: "middle",
        children: bar.percent
      },
      bar.session
    )),
    drawn.missing.map(({ session, middle, word }) => /* @__PURE__ */ jsx(
      "text",
      {
        className: "chart__missing",
        transform: `translate(${middle + 4} ${frame.bottom - 6}) rotate(-90)`,
        children: word
      },
      session
    )),
    drawn.sessions.map(({ number, x }) => /* @__PURE__ */ jsx("text", { className: "chart__tick chart__tick--dense", x, y: frame.bottom + 19, textAnchor: "middle", children: number }, number)),
    /* @__PURE__ */ jsx("text", { className: "chart__axis-name", x: frame.right, y: frame.bottom + 39, textAnchor: "end", children: "session" }),
    /* @__PURE__ */ jsxs("text", { className: "chart__axis-name", x: frame.left - 6, y: frame.bottom + 44, children: [
      "Dashed line: ",
      threshold,
      "%"
    ] })
  ] });
}
function drawRetention(points, planCount, frame = COHORT_FRAME) {
  const along = scaleLinear([0, planCount], [frame.left, frame.right]);
  const up = scaleLinear([0, 1], [frame.bottom, frame.top]);
  const x = (session) => toTenth(along(session));
  const y = (share) => toTenth(up(share));
  const last = points.at(-1);
  const curve = line(
    (point) => x(point.session),
    (point) => y(point.share)
  ).curve(curveStepAfter);
  const band = area(
    (point) => x(point.session),
    (point) => {
      var _a;
      return y(((_a = point.band) == null ? void 0 : _a.lower) ?? point.share);
    },
    (point) => {
      var _a;
      return y(((_a = point.band) == null ? void 0 : _a.upper) ?? point.share);
    }
  ).curve(curveStepAfter);
  return {
    curve: curve(points) ?? "",
    band: points.some((point) => point.band) ? band(points) : null,
    end: last && endLabel(x(last.session), y(last.share), frame),
    sessions: sessionTicks(0, planCount).map((number) => {
      var _a;
      return {
        number,
        x: x(number),
        atRisk: ((_a = points.find(({ session }) => session === number)) == null ? void 0 : _a.atRisk) ?? null
      };
    }),
    shares: [0, 25, 50, 75, 100].map((percent2) => ({ percent: percent2, y: y(percent2 / 100) }))
  };
}
const LABEL_WIDTH = 150;
const LABEL_GAP = 10;
function endLabel(x, y, frame) {
  const fitsBeside = x + LABEL_GAP + LABEL_WIDTH <= frame.right;
  if (fitsBeside) return { x, y, labelX: x + LABEL_GAP, labelY: y - 4, anchor: "start" };
  const isLow = y > (frame.top + frame.bottom) / 2;
  return { x, y, labelX: frame.right, labelY: isLow ? y - 30 : y + 24, anchor: "end" };
}
function RetentionCurve({ points, planCount, endLabel: endLabel2, ...words }) {
  const frame = COHORT_FRAME;
  const { curve, band, end, sessions, shares } = drawRetention(points, planCount);
  return /* @__PURE__ */ jsxs(Chart, { frame, ...words, children: [
    /* @__PURE__ */ jsx(ShareAxis, { shares, frame }),
    band && /* @__PURE__ */ jsx("path", { className: "chart__band", d: band }),
    /* @__PURE__ */ jsx("path", { className: "chart__curve", d: curve }),
    end && /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("circle", { className: "chart__end", cx: end.x, cy: end.y, r: 4 }),
      /* @__PURE__ */ jsxs("text", { className: "chart__label", x: end.labelX, y: end.labelY, textAnchor: end.anchor, children: [
        /* @__PURE__ */ jsx("tspan", { children: endLabel2.share }),
        /* @__PURE__ */ jsx("tspan", { className: "chart__counts", x: end.labelX, dy: "1.2em", children: endLabel2.counts })
      ] })
    ] }),
    sessions.map(({ number, x, atRisk }) => /* @__PURE__ */ jsxs("g", { children: [
      /* @__PURE__ */ jsx("text", { className: "chart__tick", x, y: frame.bottom + 19, textAnchor: "middle", children: number }),
      /* @__PURE__ */ jsx("text", { className: "chart__at-risk", x, y: frame.bottom + 62, textAnchor: "middle", children: atRisk })
    ] }, number)),
    /* @__PURE__ */ jsx("text", { className: "chart__axis-name", x: frame.right, y: frame.bottom + 39, textAnchor: "end", children: "session" }),
    /* @__PURE__ */ jsx("text", { className: "chart__axis-name", x: frame.left - 6, y: frame.bottom + 44, children: "People at risk" })
  ] });
}
function Charts({ view: { retention, adherence } }) {
  return /* @__PURE__ */ jsxs("div", { className: "chart-pair", children: [
    /* @__PURE__ */ jsxs("section", { "aria-labelledby": "retention-heading", children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", id: "retention-heading", children: "Who is still with us, by session" }),
      retention ? /* @__PURE__ */ jsx(RetentionCurve, { id: "retention", title: "Share of people still taking part, by session, %", ...retention }) : /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Nobody has attended yet." })
    ] }),
    /* @__PURE__ */ jsxs("section", { "aria-labelledby": "adherence-heading", children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", id: "adherence-heading", children: "Adherence by session, %" }),
      adherence ? /* @__PURE__ */ jsx(AdherenceBars, { id: "adherence", title: "Share of activities delivered, by session, %", ...adherence }) : /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "No session has been held yet." })
    ] })
  ] });
}
function Delivered({ view: { dose } }) {
  const missing = dose.minutesMissing > 0 && `${formatCount("activity", dose.minutesMissing)} without minutes`;
  const unanswered = dose.unanswered > 0 && `${formatCount("session", dose.unanswered)} not recorded yet`;
  return /* @__PURE__ */ jsxs("section", { "aria-labelledby": "delivered-heading", children: [
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", id: "delivered-heading", children: "What was delivered" }),
    /* @__PURE__ */ jsx(
      SummaryList,
      {
        rows: [
          { key: "Sessions held", value: withNote(dose.sessions, unanswered) },
          { key: "Minutes of activities", value: withNote(dose.minutes, missing) },
          { key: "Core activities", value: dose.core },
          { key: "Adaptable activities", value: dose.adaptable },
          { key: "As intended, without any change", value: dose.asIntended }
        ]
      }
    )
  ] });
}
function withNote(text, note) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    text,
    note && /* @__PURE__ */ jsx("span", { className: "figure-note", children: note })
  ] });
}
function Figures({ view }) {
  if (!view.hasBegun) return /* @__PURE__ */ jsx(BeforeStart, { view });
  const { takingPart, delivery, completion, state } = view;
  const { percent: percent2 } = delivery.delivered;
  const { canComplete, completed } = completion;
  const isOver = state === "finished" && canComplete.outOf === 0;
  return /* @__PURE__ */ jsxs(StatCards, { children: [
    /* @__PURE__ */ jsx(
      StatCard,
      {
        label: state === "finished" ? "Stayed to the end" : "Still taking part",
        figure: String(takingPart.stayed),
        outOf: `of ${takingPart.started} who started`,
        note: takingPart.note
      }
    ),
    /* @__PURE__ */ jsx(
      StatCard,
      {
        label: "Delivered as planned",
        figure: percent2 === null ? "No data" : `${percent2}%`,
        note: delivery.note
      }
    ),
    isOver ? /* @__PURE__ */ jsx(StatCard, { label: "Completed", figure: String(completed.count), outOf: `of ${completed.outOf} who started` }) : /* @__PURE__ */ jsx(
      StatCard,
      {
        label: "Can still complete",
        figure: String(canComplete.count),
        outOf: `of ${canComplete.outOf}`,
        note: completionNote(completion)
      }
    )
  ] });
}
function BeforeStart({ view: { completion, places, sessions } }) {
  const taken = completion.canComplete.outOf;
  return /* @__PURE__ */ jsxs(StatCards, { children: [
    /* @__PURE__ */ jsx(StatCard, { label: "Places taken", figure: String(taken), outOf: `of ${places}` }),
    /* @__PURE__ */ jsx(StatCard, { label: "Sessions planned", figure: String(sessions.length), note: "None has been held yet" })
  ] });
}
const MOST_NAMED = 3;
function completionNote({ lastChance, outOfReach, catchUpsOpen }) {
  const parts = [
    outOfReach.length > 0 && `${named(outOfReach)} cannot any more`,
    lastChance.length > 0 && `${named(lastChance)} may miss no more`,
    catchUpsOpen > 0 && `${formatCount("catch-up", catchUpsOpen)} open`
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("; ") : "Nobody is close to the limit";
}
function named(names) {
  return names.length <= MOST_NAMED ? listInWords(names) : formatCount("person", names.length);
}
function Leavers({ leavers }) {
  return /* @__PURE__ */ jsxs("section", { "aria-labelledby": "leavers-heading", children: [
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", id: "leavers-heading", children: "Who has left" }),
    leavers.length === 0 ? /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Nobody has left." }) : /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        firstCellIsHeader: true,
        head: ["Person", "When", "Why", "Attended"],
        rows: leavers.map((leaver) => [
          /* @__PURE__ */ jsxs("span", { children: [
            /* @__PURE__ */ jsx("a", { className: "govuk-link", href: leaver.href, children: leaver.name }),
            " ",
            /* @__PURE__ */ jsx("span", { className: "figure-note", children: leaver.reference })
          ] }, "name"),
          /* @__PURE__ */ jsxs("span", { children: [
            leaver.after,
            /* @__PURE__ */ jsxs("span", { className: "figure-note", children: [
              leaver.how,
              ", ",
              leaver.when
            ] })
          ] }, "when"),
          /* @__PURE__ */ jsxs("span", { children: [
            leaver.reason,
            leaver.note && /* @__PURE__ */ jsx("span", { className: "figure-note", children: leaver.note })
          ] }, "why"),
          leaver.attendance
        ])
      }
    )
  ] });
}
function People$3({ view: { people, attendance, addMember, hasBegun } }) {
  const mayExit = people.some(({ exit }) => exit !== null);
  const head = ["Person", "Attended", "Missed in a row", "Received", "Can still complete"];
  return /* @__PURE__ */ jsxs("section", { "aria-labelledby": "people-heading", children: [
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", id: "people-heading", children: "People" }),
    hasBegun && /* @__PURE__ */ jsxs("p", { className: "govuk-body", children: [
      "Attendance of the whole cohort, those who left included: ",
      /* @__PURE__ */ jsx("strong", { children: attendance.share }),
      attendance.range && `, ${attendance.range}`,
      ".",
      attendance.notRecorded > 0 && ` Not yet recorded and not counted: ${attendance.notRecorded}.`
    ] }),
    !hasBegun && people.length === 0 && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Nobody yet." }),
    addMember && /* @__PURE__ */ jsx("div", { className: "toolbar", children: /* @__PURE__ */ jsx(ButtonLink, { href: addMember, variant: "secondary", children: "Add a person" }) }),
    people.length > 0 && /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        firstCellIsHeader: true,
        head: mayExit ? [...head, { content: /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: "Change" }) }] : head,
        rows: people.map((person) => rowOf$3(person, mayExit))
      }
    )
  ] });
}
function rowOf$3(person, mayExit) {
  const cells = [
    /* @__PURE__ */ jsx(Name, { person }, "name"),
    /* @__PURE__ */ jsx(Attended, { person }, "attended"),
    person.run ?? "none",
    /* @__PURE__ */ jsx(Received, { person }, "received"),
    /* @__PURE__ */ jsx(Completion, { person }, "completion")
  ];
  return mayExit ? [...cells, /* @__PURE__ */ jsx(Exit, { person }, "exit")] : cells;
}
function Name({ person: { name, reference, href } }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("a", { className: "govuk-link", href, children: name }),
    " ",
    /* @__PURE__ */ jsx("span", { className: "figure-note", children: reference })
  ] });
}
function Attended({ person: { attendance, range, notRecorded } }) {
  return /* @__PURE__ */ jsxs("span", { children: [
    attendance,
    range && /* @__PURE__ */ jsx("span", { className: "figure-note", children: range }),
    notRecorded > 0 && /* @__PURE__ */ jsxs("span", { className: "figure-note", children: [
      notRecorded,
      " not yet recorded"
    ] })
  ] });
}
function Received({ person: { received, caughtUp } }) {
  return /* @__PURE__ */ jsxs("span", { children: [
    received,
    caughtUp > 0 && /* @__PURE__ */ jsxs("span", { className: "figure-note", children: [
      caughtUp,
      " caught up"
    ] })
  ] });
}
const ALERTS = { "last-chance": "orange", impossible: "red" };
function Completion({ person: { completion, standing } }) {
  if (standing !== "last-chance" && standing !== "impossible") return completion;
  const [first, ...rest] = completion.split("; ");
  return /* @__PURE__ */ jsxs("span", { children: [
    /* @__PURE__ */ jsx(Tag, { className: "tag--one-line", colour: ALERTS[standing], children: first }),
    rest.length > 0 && /* @__PURE__ */ jsx("span", { className: "figure-note", children: rest.join("; ") })
  ] });
}
function Exit({ person: { exit, name } }) {
  if (!exit) return null;
  return /* @__PURE__ */ jsxs("a", { className: "govuk-link no-print", href: exit, children: [
    "Record an exit",
    /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
      " of ",
      name
    ] })
  ] });
}
function CohortPage$1({ view, said: said2 }) {
  const { name, caption, programme, place, team, strip, scheduleNote, hasBegun, sessions, register, leavers } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsxs(PageHeader, { caption, title: name, children: [
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: [programme, place, team.length > 0 && `Team: ${team.join(", ")}`].filter(Boolean).join(" · ") }),
      /* @__PURE__ */ jsx(SessionStrip, { sessions: strip, note: scheduleNote })
    ] }),
    /* @__PURE__ */ jsx(Figures, { view }),
    hasBegun && /* @__PURE__ */ jsx(Charts, { view }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: hasBegun ? "Register so far" : "Register" }),
    register.length === 0 ? /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Nobody has a place in this cohort yet." }) : /* @__PURE__ */ jsx(HeatMap, { id: "register", caption: `Register, ${name}`, sessions, people: register }),
    /* @__PURE__ */ jsx(People$3, { view }),
    (hasBegun || leavers.length > 0) && /* @__PURE__ */ jsx(Leavers, { leavers }),
    hasBegun && /* @__PURE__ */ jsx(Delivered, { view }),
    hasBegun && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "What these figures do not prove: they describe one cohort, and with so few people they cannot show that the programme or anybody’s work caused what happened." })
  ] });
}
const meta$s = () => pageTitle("Cohort");
const SAID$b = {
  "laid-out": "The cohort is laid out.",
  added: "The person has a place in this cohort.",
  exited: "The exit is recorded.",
  imported: "The register is brought in."
};
function loader$x({ request, context, params }) {
  const actor = requireAccess(request, context, "read", "cohort");
  const view = orNotFound(readCohortView(context, actor, asId(params.cohortId)));
  return json({ view, said: said(request, SAID$b) });
}
function Cohort() {
  const { view, said: sentence2 } = useLoaderData();
  return /* @__PURE__ */ jsx(CohortPage$1, { view, said: sentence2 });
}
const route20 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Cohort,
  loader: loader$x,
  meta: meta$s
}, Symbol.toStringTag, { value: "Module" }));
const PRIVATE = { "Cache-Control": "private, no-cache", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex" };
function loader$w({ request, context, params }) {
  const entries = openCalendarFeed(context, params.secret ?? "");
  if (!entries) return notFound();
  const { text, etag } = renderFeed(entries, (id) => `${context.config.publicUrl}${paths.session(id)}`);
  const headers2 = { ...PRIVATE, ETag: etag };
  if (isHeldAlready(etag, request.headers.get("if-none-match"))) return new Response(null, { status: 304, headers: headers2 });
  return new Response(text, {
    headers: {
      ...headers2,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="sessions.ics"'
    }
  });
}
const route21 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  loader: loader$w
}, Symbol.toStringTag, { value: "Module" }));
const undoForm = z.object({ version: shownVersion() });
const SENTENCES$7 = {
  "changed-meanwhile": () => ({
    field: "form",
    sentence: "This import changed since you opened the page. Here is how it stands now. Check it, then decide again",
    status: 409
  }),
  "built-upon": ({ sentence: sentence2 }) => ({ field: "form", sentence: String(sentence2), status: 409 })
};
function undoView({ db }, actor, importId) {
  var _a;
  const found = findImport(db, actor, importId);
  if (!found || found.state === "undone") return null;
  const { fileName, version, cohort } = found;
  const counts = (_a = keptReport(found)) == null ? void 0 : _a.counts;
  const isImported = found.state === "imported";
  return {
    href: paths.import(importId),
    fileName,
    version,
    isImported,
    consequences: counts ? [
      `the cohort ${cohort}`,
      `its ${countInWords(counts.people, "person", "people")} with their places`,
      `its sessions and registers, with ${countInWords(counts.accepted, "cell")} that came in`
    ] : [],
    builtUpon: isImported ? builtUponSentence(countBuiltUpon(db, importId)) : null
  };
}
const meta$r = () => pageTitle("Undo an import");
function loader$v({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "import");
  return json(orNotFound(undoView(context, actor, asId(params.importId))));
}
async function action$h({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "import");
  const read = await readForm(request, undoForm);
  const version = read.ok ? read.value.version : 0;
  const outcome = undoImport(context, actor, { importId: asId(params.importId), version });
  if (!outcome.done) return answerRefusal(outcome, EMPTY_FORM, SENTENCES$7);
  return redirect(outcome.value === "undone" ? paths.cohorts("undone") : paths.imports("given-up"));
}
function ImportUndo() {
  const { href, fileName, version, isImported, consequences, builtUpon } = useLoaderData();
  const { form } = useActionData() ?? { form: EMPTY_FORM };
  const cannot = builtUpon !== null;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href }),
    !cannot && /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: fileName, title: isImported ? "Undo this import" : "Delete this file" }),
    cannot ? /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsxs(WarningText, { children: [
        builtUpon,
        " Undoing the import would lose that, so it cannot be undone any more."
      ] }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Correct what is wrong in the cohort itself: its registers, its people, its sessions." })
    ] }) : /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: isImported ? "This deletes, for good:" : "Nothing of it has been imported yet." }),
      consequences.length > 0 && /* @__PURE__ */ jsx("ul", { className: "govuk-list govuk-list--bullet", children: consequences.map((line2) => /* @__PURE__ */ jsx("li", { children: line2 }, line2)) }),
      isImported && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Everything else stays. You can bring the register in again from your own file; it is not kept here." }),
      /* @__PURE__ */ jsxs("form", { method: "post", children: [
        /* @__PURE__ */ jsx(HiddenField, { name: "version", value: version }),
        /* @__PURE__ */ jsx(Button, { variant: "warning", preventDoubleClick: true, children: isImported ? "Undo the import" : "Delete the file" })
      ] })
    ] })
  ] });
}
const route22 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$h,
  default: ImportUndo,
  loader: loader$v,
  meta: meta$r
}, Symbol.toStringTag, { value: "Module" }));
function PersonPage({ view: { name, reference, places, contact }, said: said2 }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.people(), children: "People" }),
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(PageHeader, { caption: reference, title: name }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Cohorts" }),
    places.length === 0 && /* @__PURE__ */ jsx(EmptyState, { title: "No cohort that you can see", headingLevel: 3 }),
    places.map((place) => /* @__PURE__ */ jsx(PlaceCard, { place }, place.id)),
    contact && /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Safe contact" }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: contact.sentence }),
      contact.href && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: /* @__PURE__ */ jsx("a", { className: "govuk-link", href: contact.href, children: "Change how to reach them" }) })
    ] })
  ] });
}
function PlaceCard({ place }) {
  const actions = [
    { href: place.href, text: "Open the cohort" },
    ...place.endHref ? [{ href: place.endHref, text: "Record an exit" }] : [],
    ...place.undoHref ? [{ href: place.undoHref, text: "Undo the exit" }] : []
  ];
  const rows = [
    { key: "State", value: /* @__PURE__ */ jsx(Tag, { colour: place.goesOn ? "green" : "grey", children: place.state }) },
    { key: "Enrolled", value: place.since },
    ...place.exit ? [{ key: "Exit", value: place.exit }] : [],
    { key: "Attended", value: place.attended },
    { key: "Marks", value: place.marks }
  ];
  return /* @__PURE__ */ jsx(SummaryList, { card: { title: place.cohort, headingLevel: 3, actions }, rows });
}
function personView({ db, clock }, actor, personId) {
  const person = findPerson(db, actor, personId);
  if (!person) return null;
  const marks2 = Map.groupBy(listMarksOfPerson(db, actor, personId), ({ enrolmentId }) => enrolmentId);
  const mayEnd = listPlacesToEnd(db, actor, personId);
  const contact = findPersonContact(db, actor, personId);
  const writes = findPersonContact(db, actor, personId, "write") !== null;
  return {
    name: `${person.givenName} ${person.familyName}`,
    reference: person.reference,
    places: listEnrolmentsOfPerson(db, actor, personId).map(
      (enrolment) => placeView(enrolment, marks2.get(enrolment.id) ?? [], mayEnd.includes(enrolment.id))
    ),
    contact: contact && {
      sentence: contactSentence(contact, dayOf(clock.now())),
      href: writes ? paths.safeContact(personId) : null
    }
  };
}
function placeView(enrolment, facts, mayEnd) {
  const rate = attendanceRate(facts);
  const goesOn = isActive(enrolment.state);
  return {
    id: enrolment.id,
    cohort: enrolment.cohort,
    href: paths.cohort(enrolment.cohortId),
    state: ENROLMENT_STATE_LABELS[enrolment.state],
    goesOn,
    since: `${formatDate(enrolment.enrolledOn)}, from session ${enrolment.joinsAtPlan}`,
    exit: exitInWords(enrolment),
    attended: formatPercent(rate.count, rate.outOf),
    marks: marksInWords(facts, rate.notRecorded),
    endHref: mayEnd && goesOn ? paths.exit(enrolment.id) : null,
    undoHref: mayEnd && enrolment.exitOn !== null ? paths.exitUndo(enrolment.id) : null
  };
}
function exitInWords({ exitOn, exitReason }) {
  const reason = exitReason && parseExitReason(exitReason);
  if (!exitOn || !reason) return null;
  return `${formatDate(exitOn)}. ${groupOfExitReason(reason).label}: ${exitReasonLabel(reason).toLowerCase()}`;
}
function marksInWords(facts, notRecorded) {
  const exposed = facts.filter(isExposure);
  const counts = MARKS.map((mark) => ({
    label: MARK_MEANINGS[mark].label,
    times: exposed.filter((fact) => fact.mark === mark).length
  }));
  const words = [...counts, { label: "Not yet recorded", times: notRecorded }].filter(({ times }) => times > 0);
  return words.map(({ label, times }) => `${label} ${times}`).join(", ") || "No register yet";
}
function contactSentence({ contact }, today) {
  if (!contact) return "No safe contact: no message leaves for this person.";
  const state = isCurrent(contact, today) ? "" : " It is past its review: no message leaves until it is renewed.";
  return `${contact.address}, to be checked again by ${formatDate(contact.reviewBy)}.${state}`;
}
const meta$q = () => pageTitle("Person");
const SAID$a = {
  exited: "The exit is recorded. If it was a mistake, undo it below.",
  undone: "The exit is undone. The place goes on."
};
function loader$u({ request, context, params }) {
  const actor = requireAccess(request, context, "read", "person");
  const view = orNotFound(personView(context, actor, asId(params.personId)));
  return json({ view, said: said(request, SAID$a) });
}
function Person() {
  const { view, said: sentence2 } = useLoaderData();
  return /* @__PURE__ */ jsx(PersonPage, { view, said: sentence2 });
}
const route23 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Person,
  loader: loader$u,
  meta: meta$q
}, Symbol.toStringTag, { value: "Module" }));
function VenuePage({ venue, area: area2, form, said: said2 }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.places() }),
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: area2, title: venue.name }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Rooms" }),
    venue.rooms.length === 0 ? /* @__PURE__ */ jsx(EmptyState, { title: "No rooms yet", headingLevel: 3, children: "Without rooms, two cohorts can be at the venue at one time and nobody is told." }) : /* @__PURE__ */ jsx(
      SummaryList,
      {
        rows: venue.rooms.map((room) => ({
          key: room.name,
          value: "",
          actions: [{ href: paths.room(room.id), text: "Rename", about: room.name }]
        }))
      }
    ),
    /* @__PURE__ */ jsx(ButtonLink, { variant: "secondary", href: paths.newRoom(venue.id), children: "Add a room" }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Name" }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") }),
      /* @__PURE__ */ jsx(TextField, { form, name: "name", label: "Name of the venue", width: 30 }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Save name" })
    ] })
  ] });
}
const meta$p = () => pageTitle("Venue");
const SAID$9 = {
  added: "The venue is added. Now add its rooms.",
  renamed: "The new name is saved.",
  "room-added": "The room is added."
};
function loader$t({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const { area: area2, ...venue } = orNotFound(findVenue(context.db, actor, asId(params.venueId)));
  return json({ venue, area: area2.name, said: said(request, SAID$9) });
}
async function action$g({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const venueId = asId(params.venueId);
  orNotFound(findVenue(context.db, actor, venueId));
  const read = await readForm(request, venueForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = renameVenue(context, actor, { venueId, ...read.value });
  if (outcome.done) return redirect(paths.venue(venueId, "renamed"));
  if (outcome.code !== "changed-meanwhile")
    return answerRefusal(outcome, read.form, nameInUse("venue", "in this area"));
  const now = outcome.details.now;
  return answerStale(read.form, now.version, staleName(now.name));
}
function Venue() {
  var _a;
  const { venue, area: area2, said: said2 } = useLoaderData();
  const shown = { values: { name: venue.name, version: String(venue.version) }, errors: {} };
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? shown;
  return /* @__PURE__ */ jsx(VenuePage, { venue, area: area2, form, said: said2 });
}
const route24 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$g,
  default: Venue,
  loader: loader$t,
  meta: meta$p
}, Symbol.toStringTag, { value: "Module" }));
function NationField({ form }) {
  return /* @__PURE__ */ jsx(
    RadiosField,
    {
      form,
      name: "nation",
      legend: "Nation",
      hint: "Its bank holidays are left out of the sessions. A cohort can differ from its area.",
      items: NATIONS.map((nation) => ({ value: nation, label: NATION_NAMES[nation] }))
    }
  );
}
const meta$o = () => pageTitle("Area");
function loader$s({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const { name, nation, version } = orNotFound(findArea(context.db, actor, asId(params.areaId)));
  return json({ name, nation, version: String(version) });
}
async function action$f({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const areaId = asId(params.areaId);
  orNotFound(findArea(context.db, actor, areaId));
  const read = await readForm(request, areaForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = changeArea(context, actor, { areaId, ...read.value });
  if (outcome.done) return redirect(paths.places("area-changed"));
  if (outcome.code !== "changed-meanwhile") return answerRefusal(outcome, read.form, nameInUse("area"));
  const now = outcome.details.now;
  return answerStale(read.form, now.version, staleName(now.name, `, ${NATION_NAMES[now.nation]}`));
}
function Area() {
  var _a;
  const area2 = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? { values: area2, errors: {} };
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.places() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: "Area", title: area2.name }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") }),
      /* @__PURE__ */ jsx(TextField, { form, name: "name", label: "Name of the area", width: 30 }),
      /* @__PURE__ */ jsx(NationField, { form }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Cohorts that are laid out already keep the nation that they have." }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Save area" })
    ] })
  ] });
}
const route25 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$f,
  default: Area,
  loader: loader$s,
  meta: meta$o
}, Symbol.toStringTag, { value: "Module" }));
const meta$n = () => pageTitle("Rename a room");
function loader$r({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const { name, version, venue } = orNotFound(findRoom(context.db, actor, asId(params.roomId)));
  return json({ name, version: String(version), venue: { id: venue.id, name: venue.name } });
}
async function action$e({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "places");
  const roomId = asId(params.roomId);
  orNotFound(findRoom(context.db, actor, roomId));
  const read = await readForm(request, roomForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = renameRoom(context, actor, { roomId, ...read.value });
  if (outcome.done) return redirect(paths.venue(outcome.value, "renamed"));
  if (outcome.code !== "changed-meanwhile")
    return answerRefusal(outcome, read.form, nameInUse("room", "at this venue"));
  const now = outcome.details.now;
  return answerStale(read.form, now.version, staleName(now.name));
}
function Room() {
  var _a;
  const { venue, ...room } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? { values: room, errors: {} };
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.venue(venue.id) }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: venue.name, title: `Rename ${room.name}` }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") }),
      /* @__PURE__ */ jsx(TextField, { form, name: "name", label: "Name of the room", width: 20 }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Save name" })
    ] })
  ] });
}
const route26 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$e,
  default: Room,
  loader: loader$r,
  meta: meta$n
}, Symbol.toStringTag, { value: "Module" }));
function HandedOverLink({ link: { name, address } }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs("p", { className: "govuk-body", children: [
      "Hand this link to ",
      name,
      " yourself. It works once, within 7 days, and lets them choose a password."
    ] }),
    /* @__PURE__ */ jsx(
      Input,
      {
        name: "link",
        label: "One-time link",
        labelSize: "m",
        hint: "Choose all of it and copy it.",
        defaultValue: address,
        className: "one-time-link",
        readOnly: true,
        spellCheck: false
      }
    ),
    /* @__PURE__ */ jsx(InsetText, { children: "We show it only here. If it is lost, open their page and make a new one: that ends this one." })
  ] });
}
const meta$m = () => pageTitle("New link");
const CHANGED = "Somebody changed this account while you had it open. Check it, then make the link";
function loader$q({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "staff");
  const member = orNotFound(findStaffMember(context.db, actor, asId(params.staffId)));
  return json({ id: member.id, name: member.name, version: member.version, state: member.state });
}
async function action$d({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "staff");
  const member = orNotFound(findStaffMember(context.db, actor, asId(params.staffId)));
  const read = await readForm(request, z.object({ version: shownVersion() }));
  if (!read.ok) return formErrors(read.form);
  const outcome = renewLink(context, actor, { staffId: member.id, version: read.value.version });
  if (!outcome.done) {
    return answerRefusal(outcome, read.form, {
      "changed-meanwhile": () => ({ field: "form", sentence: CHANGED, status: 409 })
    });
  }
  const address = `${context.config.publicUrl}${paths.invitation(outcome.value.linkSecret)}`;
  return json({ link: { name: member.name, address } });
}
function NewLink() {
  const { id, name, version, state } = useLoaderData();
  const { form = EMPTY_FORM, link } = useActionData() ?? {};
  if (link) {
    return /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeader, { title: "Here is the new link" }),
      /* @__PURE__ */ jsx(HandedOverLink, { link }),
      /* @__PURE__ */ jsxs(ButtonLink, { href: paths.staffMember(id), children: [
        "Back to ",
        name
      ] })
    ] });
  }
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.staffMember(id) }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { title: `Make a new link for ${name}` }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "The new link works once, within 7 days. Every link that they were given before stops working." }),
    state === "deactivated" && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Their account is closed: using the link opens it again." }),
    /* @__PURE__ */ jsxs("form", { method: "post", children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: version }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Make the link" })
    ] })
  ] });
}
const route27 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$d,
  default: NewLink,
  loader: loader$q,
  meta: meta$m
}, Symbol.toStringTag, { value: "Module" }));
const EMAIL$1 = "Enter an email address, such as name@example.org";
const PASSWORD = "Choose a password";
const password = z.string(PASSWORD).min(1, PASSWORD).max(1e3, "Choose a password of at most 200 characters");
const identity = {
  name: requiredText("Enter your name"),
  email: z.string(EMAIL$1).trim().min(1, "Enter your email address").max(254, "Enter a shorter email address").pipe(z.email(EMAIL$1))
};
function acceptanceForm(isFirst) {
  if (!isFirst) return z.object({ password });
  return z.object({ ...identity, password }).transform(({ password: chosen, ...who }) => ({ password: chosen, identity: who }));
}
function withoutPassword({ values, errors }) {
  const { password: _never, ...rest } = values;
  return { values: rest, errors };
}
const SENTENCES$6 = {
  "password-too-short": ({ shortest }) => ({
    field: "password",
    sentence: `Choose a password of at least ${shortest} characters. Three or four words are easy to remember`
  }),
  "password-too-long": ({ longest }) => ({
    field: "password",
    sentence: `Choose a password of at most ${longest} characters`
  }),
  "password-too-common": () => ({
    field: "password",
    sentence: "That is one of the passwords that everybody tries first. Choose another"
  }),
  "email-in-use": () => ({
    field: "email",
    sentence: "Somebody has an account with this address already. Enter another"
  }),
  "identity-needed": () => ({ field: "form", sentence: "Open the link again and enter your name and email address" })
};
function PasswordInput({ className, autoComplete = "current-password", ...props }) {
  const { question, control, error } = splitQuestion(props);
  const names = "govuk-input govuk-password-input__input govuk-js-password-input-input";
  return /* @__PURE__ */ jsx(
    Question,
    {
      ...question,
      groupClassName: classNames("govuk-password-input", question.groupClassName),
      group: { "data-module": "govuk-password-input" },
      children: /* @__PURE__ */ jsxs("div", { className: "govuk-input__wrapper govuk-password-input__wrapper", children: [
        /* @__PURE__ */ jsx(
          "input",
          {
            className: classNames(names, className, error && "govuk-input--error"),
            type: "password",
            spellCheck: false,
            autoCapitalize: "none",
            autoComplete,
            ...control
          }
        ),
        /* @__PURE__ */ jsx(
          Button,
          {
            type: "button",
            variant: "secondary",
            className: "govuk-password-input__toggle govuk-js-password-input-toggle",
            "aria-controls": control.id,
            "aria-label": "Show password",
            hidden: true,
            children: "Show"
          }
        )
      ] })
    }
  );
}
function PasswordField({ form, ...props }) {
  return /* @__PURE__ */ jsx(PasswordInput, { error: form.errors[props.name], ...props });
}
function ChoosePassword({ invitee, shortest, form }) {
  const hint = `At least ${shortest} characters; 15 or more are better. Three or four words make a good one. You may paste it.`;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { title: invitee.isFirst ? "Set up the first account" : "Choose a password", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: invitee.isFirst ? "You are the first administrator. You can then invite everybody else." : `Hello ${invitee.name}. You sign in as ${invitee.email}.` }) }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      invitee.isFirst && /* @__PURE__ */ jsxs(Fragment, { children: [
        /* @__PURE__ */ jsx(TextField, { form, name: "name", label: "Your name", autoComplete: "name", width: 30 }),
        /* @__PURE__ */ jsx(
          TextField,
          {
            form,
            name: "email",
            label: "Your email address",
            type: "email",
            autoComplete: "username",
            spellCheck: false,
            width: 30
          }
        )
      ] }),
      /* @__PURE__ */ jsx(PasswordField, { form, name: "password", label: "Password", hint, autoComplete: "new-password" }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Save and sign in" })
    ] })
  ] });
}
function LinkEnded() {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(PageHeader, { title: "This link does not work any more" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "A link works once, and for 7 days. A newer link ends the one before." }),
    /* @__PURE__ */ jsxs("ul", { className: "govuk-list govuk-list--bullet", children: [
      /* @__PURE__ */ jsxs("li", { children: [
        "If you have chosen a password,",
        " ",
        /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.signIn(), children: "sign in" }),
        "."
      ] }),
      /* @__PURE__ */ jsx("li", { children: "If not, ask your administrator for a new link." })
    ] })
  ] });
}
const meta$l = () => pageTitle("Choose a password");
function loader$p({ context, params }) {
  const invitee = findInvitee(context, params.secret);
  return json({ invitee, shortest: SHORTEST_PASSWORD }, { status: invitee ? 200 : 410 });
}
async function action$c({ request, context, params }) {
  const linkSecret = params.secret;
  const invitee = findInvitee(context, linkSecret);
  if (!invitee) return formErrors(EMPTY_FORM, 410);
  const read = await readForm(request, acceptanceForm(invitee.isFirst));
  const form = withoutPassword(read.form);
  if (!read.ok) return formErrors(form);
  const replaces = readSignInCookie$1(context.config, request);
  const outcome = await acceptInvitation(context, { linkSecret, ...read.value, replaces });
  if (outcome.done) return signedIn(context.config, outcome.value.secret);
  return outcome.code === "link-used-or-expired" ? formErrors(EMPTY_FORM, 410) : answerRefusal(outcome, form, SENTENCES$6);
}
function signedIn(config, secret) {
  return redirect(paths.home(), { headers: { "Set-Cookie": signInCookie(config, secret) } });
}
function Invitation() {
  var _a;
  const { invitee, shortest } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return invitee ? /* @__PURE__ */ jsx(ChoosePassword, { invitee, shortest, form }) : /* @__PURE__ */ jsx(LinkEnded, {});
}
const route28 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$c,
  default: Invitation,
  loader: loader$p,
  meta: meta$l
}, Symbol.toStringTag, { value: "Module" }));
function readMessage(context, actor, id) {
  const row = findMessage(context.db, actor, id);
  if (!row) return null;
  return {
    person: { name: `${row.givenName} ${row.familyName}`, reference: row.reference, href: paths.person(row.personId) },
    cohort: { name: row.cohort, href: paths.cohort(row.cohortId) },
    session: {
      name: `Session ${row.planNumber}`,
      href: paths.session(row.sessionId),
      starts: row.startsAt && formatInstant(row.startsAt)
    },
    state: row.state,
    stateName: STATE_NAMES[row.state],
    why: whyNotSent(row.state, row.reason),
    attempts: row.attempts,
    due: formatInstant(row.dueAt),
    useBy: formatInstant(row.useBy),
    handedOver: row.handedOverAt && formatInstant(row.handedOverAt),
    sent: row.sentAt && formatInstant(row.sentAt),
    words: wordsOf$1(context, actor, row),
    safeContact: mayAtAll$1(actor, "write", "safe-contact") ? paths.safeContact(row.personId) : null
  };
}
function wordsOf$1(context, actor, row) {
  if (row.subject !== null && row.body !== null) {
    const { subject, body, sentTo } = row;
    return { asLeft: true, to: sentTo, subject, body, onLockScreen: lockScreenPreview({ subject, body }) };
  }
  if (row.state !== "queued" && row.state !== "blocked" && row.state !== "leased") return null;
  const preview = previewMessage(context, actor, row.id);
  return preview && { asLeft: false, to: preview.to, ...preview.message, onLockScreen: preview.onLockScreen };
}
function MessagePage({ message }) {
  const { stateName, why, words, safeContact, state } = message;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.messages() }),
    /* @__PURE__ */ jsx(PageHeader, { caption: "Reminder", title: stateName }),
    why && /* @__PURE__ */ jsx(InsetText, { children: why }),
    safeContact && state === "blocked" && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: /* @__PURE__ */ jsx(Anchor, { href: safeContact, children: "Look at the safe contact" }) }),
    /* @__PURE__ */ jsx(SummaryList, { rows: rowsOf(message) }),
    words && /* @__PURE__ */ jsx(Words, { words })
  ] });
}
function rowsOf(message) {
  const { person, session, cohort, words, due, useBy, handedOver, sent, attempts } = message;
  const rows = [
    ["For", /* @__PURE__ */ jsx(Anchor, { href: person.href, children: `${person.name} (${person.reference})` }, "person")],
    ["About", /* @__PURE__ */ jsx(About, { session, cohort }, "about")],
    ["To", words == null ? void 0 : words.to],
    ["Due", due],
    ["Of use until", useBy],
    ["Handed to the mail server", handedOver],
    ["Sent", sent],
    ["Tries", attempts > 1 ? String(attempts) : null]
  ];
  return rows.flatMap(([key, value]) => value ? [{ key, value }] : []);
}
function About({ session, cohort }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Anchor, { href: session.href, children: session.name }),
    " of ",
    /* @__PURE__ */ jsx(Anchor, { href: cohort.href, children: cohort.name }),
    session.starts && /* @__PURE__ */ jsx("span", { className: "figure-note", children: session.starts })
  ] });
}
function Words({ words }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: words.asLeft ? "The message as it left" : "The message as it would leave" }),
    /* @__PURE__ */ jsx(
      SummaryList,
      {
        rows: [
          { key: "Subject", value: words.subject },
          { key: "Words", value: /* @__PURE__ */ jsx(Paragraphs, { text: words.body }) },
          { key: "On a locked phone", value: words.onLockScreen }
        ]
      }
    )
  ] });
}
function Paragraphs({ text }) {
  return keyed(text.split(/\n{2,}/)).map(({ key, item }) => /* @__PURE__ */ jsx("p", { className: "govuk-body", children: item }, key));
}
function Anchor({ href, children }) {
  return /* @__PURE__ */ jsx("a", { className: "govuk-link", href, children });
}
const meta$k = () => pageTitle("Message");
function loader$o({ request, context, params }) {
  const actor = requireAccess(request, context, "read", "message");
  return json(orNotFound(readMessage(context, actor, asId(params.messageId))));
}
function Message() {
  return /* @__PURE__ */ jsx(MessagePage, { message: useLoaderData() });
}
const route29 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Message,
  loader: loader$o,
  meta: meta$k
}, Symbol.toStringTag, { value: "Module" }));
function TaskList({ items, idPrefix = "task-list", className, ...rest }) {
  return /* @__PURE__ */ jsx("ul", { className: classNames("govuk-task-list", className), ...rest, children: keyed(items).map(({ key, place, item }) => /* @__PURE__ */ jsx(TaskListItem, { task: item, id: `${idPrefix}-${place}` }, key)) });
}
function TaskListItem({ task, id }) {
  const { title, href, hint, status, cannotStartYet, className } = task;
  const statusId = `${id}-status`;
  const hintId = hint ? `${id}-hint` : void 0;
  return /* @__PURE__ */ jsxs("li", { className: classNames("govuk-task-list__item", href && "govuk-task-list__item--with-link", className), children: [
    /* @__PURE__ */ jsxs("div", { className: "govuk-task-list__name-and-hint", children: [
      href ? /* @__PURE__ */ jsx("a", { className: "govuk-link govuk-task-list__link", href, "aria-describedby": classNames(hintId, statusId), children: title }) : /* @__PURE__ */ jsx("div", { children: title }),
      hintId && /* @__PURE__ */ jsx("div", { id: hintId, className: "govuk-task-list__hint", children: hint })
    ] }),
    /* @__PURE__ */ jsx(
      "div",
      {
        className: classNames("govuk-task-list__status", cannotStartYet && "govuk-task-list__status--cannot-start-yet"),
        id: statusId,
        children: status
      }
    )
  ] });
}
function SessionPage({ view, said: said2 }) {
  const { planNumber, total, title } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.today(), children: "Today" }),
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(
      PageHeader,
      {
        caption: `${view.cohort} · session ${planNumber} of ${total}`,
        title: title === `Session ${planNumber}` ? title : `Session ${planNumber}: ${title}`,
        children: /* @__PURE__ */ jsx(SessionStrip, { sessions: view.strip, note: view.stripNote ?? void 0 })
      }
    ),
    view.cancelledWhy !== null && /* @__PURE__ */ jsx(NotHeld, { view }),
    /* @__PURE__ */ jsx("div", { className: "govuk-grid-row", children: /* @__PURE__ */ jsx("div", { className: "govuk-grid-column-two-thirds", children: /* @__PURE__ */ jsx(
      SummaryList,
      {
        className: "govuk-summary-list--no-border",
        rows: [
          { key: "When", value: view.when ? `${view.when.day}, ${view.when.time}` : "Not booked yet" },
          { key: "Where", value: view.where },
          { key: "Team", value: view.team || "Nobody yet" },
          { key: "Aim", value: view.aim }
        ]
      }
    ) }) }),
    /* @__PURE__ */ jsx(RecordState, { view }),
    /* @__PURE__ */ jsx(TaskList, { items: tasksOf(view) }),
    view.maySayNotHeld && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.notHeld(view.sessionId), children: "The session did not go ahead" }) })
  ] });
}
function NotHeld({ view }) {
  return /* @__PURE__ */ jsxs(InsetText, { children: [
    /* @__PURE__ */ jsxs("p", { children: [
      /* @__PURE__ */ jsx("strong", { children: "This session did not go ahead:" }),
      " ",
      view.cancelledWhy
    ] }),
    /* @__PURE__ */ jsx("p", { children: "Nobody counts as absent from it. Its plan is still to be delivered, or it stays a gap." }),
    view.mayUndo && /* @__PURE__ */ jsxs("form", { method: "post", action: paths.notHeldUndo(view.sessionId), children: [
      /* @__PURE__ */ jsx("p", { children: "You can undo this until the end of today." }),
      /* @__PURE__ */ jsx(Button, { variant: "secondary", children: "Undo: it did go ahead" })
    ] })
  ] });
}
function RecordState({ view }) {
  if (view.cancelledWhy !== null) return /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "The plan" });
  return /* @__PURE__ */ jsxs("h2", { className: "govuk-heading-m", children: [
    "To do ",
    view.record.isComplete && /* @__PURE__ */ jsx(Tag, { colour: "green", children: "Record complete" })
  ] });
}
function tasksOf(view) {
  const prepare = {
    title: "Prepare",
    href: paths.sessionPlan(view.sessionId),
    hint: "Read or print the session plan",
    status: `${formatCount("activity", view.activities)}, ${formatCount("minute", view.minutes)}`
  };
  return view.cancelledWhy === null ? [prepare, registerTask(view), ...logTask(view)] : [prepare];
}
function registerTask({ record, count, sessionId, mayTakeRegister }) {
  const apologies = count.byMark["absent-notified"];
  const states = {
    "in-advance": {
      hint: `${formatCount("person", count.expected)} expected. Until it starts you can record apologies only`,
      status: apologies > 0 ? formatCount("apology", apologies) : "No apologies"
    },
    none: { hint: "Nobody is expected", status: "Nothing to record" },
    open: { hint: `${formatCount("person", count.expected)} expected`, status: /* @__PURE__ */ jsx(Tag, { colour: "blue", children: "Not recorded" }) },
    started: {
      hint: `${count.marked} of ${count.expected} marked`,
      status: /* @__PURE__ */ jsx(Tag, { colour: "yellow", children: `${count.notRecorded} left` })
    },
    done: { hint: `${count.attended} of ${count.expected} attended, ${count.missed} missed`, status: "Recorded" },
    "not-held": { status: "Not held" }
  };
  const href = mayTakeRegister ? `${paths.register(sessionId)}#register` : void 0;
  return { title: "Take the register", href, ...states[record.register] };
}
function logTask({ record, logs, sessionId, writesLog, readsLog }) {
  if (!writesLog && !readsLog) return [];
  const title = writesLog ? "Log what was delivered" : "Delivery log";
  if (record.log === "not-yet") {
    return [{ title, hint: "Opens when the session starts", status: "Cannot start yet", cannotStartYet: true }];
  }
  const hint = logs > 0 ? `${formatCount("log", logs)} saved` : "One from each facilitator, each written alone";
  const status = logs > 0 ? "Logged" : /* @__PURE__ */ jsx(Tag, { colour: "blue", children: "Not logged" });
  return [{ title, href: paths.deliveryLog(sessionId), hint, status }];
}
function readSessionView(context, actor, sessionId) {
  const day = findSessionDay(context.db, actor, sessionId, "read", "register");
  if (!day) return null;
  const { session, cohort } = day;
  return {
    sessionId,
    cohort: cohort.name,
    planNumber: session.planNumber,
    when: session.time && {
      day: formatDay(session.time.day),
      time: formatTimeSpan(session.time.startTime, session.time.lengthMinutes)
    },
    where: [cohort.venue ?? "Online", cohort.room].filter(Boolean).join(", "),
    team: listInWords(listTeams(context.db, [cohort.id]).map(({ name }) => name)),
    cancelledWhy: session.state === "cancelled" ? session.stateReason : null,
    ...planOf(context, day),
    ...termOf(context, actor, day),
    ...recordIn(context, actor, day),
    ...whatTheyMay(day, context.clock.now())
  };
}
function planOf({ content }, { session, cohort }) {
  const { title, aim, activities, minutes } = planNumbered(content.programmeOf(cohort), session.planNumber);
  return { title, aim, activities: activities.length, minutes };
}
function termOf({ db, clock }, actor, { session, cohort }) {
  const sessions = listTerm(db, actor, cohort.id);
  const { skippedWeeks } = findMeetingPattern(db, cohort.id);
  const notes = noteSchedule(sessions, listKeptTimes(db, actor, cohort.id), skippedWeeks);
  return {
    total: sessions.length,
    strip: stripSessions({ sessions, notes, current: session.id, now: clock.now() }),
    stripNote: stripNote(notes)
  };
}
function recordIn({ db, clock }, actor, { session }) {
  const count = countRegister(listRegisterRows(db, actor, session.id));
  const logs = countSessionLogs(db, actor, session.id);
  return { count, logs, record: recordOf(session, { ...count, logs }, clock.now()) };
}
function whatTheyMay({ session, may }, now) {
  const takesRegister = may("write", "register");
  const hasCome = session.time !== null && session.time.day <= dayOf(now);
  return {
    mayTakeRegister: takesRegister,
    maySayNotHeld: takesRegister && session.state === "scheduled" && hasCome,
    mayUndo: takesRegister && mayUndoNotHeld(session, session.changedAt, now).done,
    writesLog: may("write", "delivery-log"),
    readsLog: may("read", "delivery-log")
  };
}
const meta$j = () => pageTitle("Session");
const SAID$8 = {
  "not-held": "It is recorded that this session did not go ahead.",
  undone: "That is undone: the session stands, and its register is open again."
};
function loader$n({ request, context, params }) {
  const actor = requireAccess(request, context, "read", "register");
  const view = orNotFound(readSessionView(context, actor, asId(params.sessionId)));
  return { ...view, said: said(request, SAID$8) };
}
function Session() {
  const { said: said2, ...view } = useLoaderData();
  return /* @__PURE__ */ jsx(SessionPage, { view, said: said2 });
}
const route30 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Session,
  loader: loader$n,
  meta: meta$j
}, Symbol.toStringTag, { value: "Module" }));
function cohortForm(programmes) {
  const startTime = requiredText("Enter the start time of the sessions, such as 6:30pm", 20).transform(timeFrom);
  return z.object({ ...cohortFields(programmes), startTime, version: shownVersion() });
}
function timeFrom(typed, issues) {
  const time = parseTypedTime(typed);
  if (!time)
    issues.addIssue({ code: "custom", message: `“${typed}” is not a start time. Enter it as 6:30pm or 18:30` });
  return time;
}
function savedForm(cohort) {
  const { name, programme, areaId, nation, place, leadId, coFacilitatorIds, startTime, places } = cohort;
  return {
    values: {
      name,
      programme: programmeIdOf(programme),
      areaId,
      nation: nation ?? "",
      place: placeValue(place),
      leadId,
      coFacilitatorIds,
      startTime: timeInWords(startTime),
      places: String(places)
    },
    errors: {}
  };
}
async function openUpload(context, actor, row, request) {
  const bytes = orNotFound(findImportFile(context.db, actor, row.id));
  const read = await readSpreadsheet(bytes, row.fileName);
  if (!read.done) throw new Error(`import ${row.id} was readable when it was uploaded and is not now: ${read.code}`);
  const workbook = read.value;
  const choices = choicesOf(row);
  const alone = readRegister(context, workbook);
  const sheets = alone.done ? [] : alone.details.sheets;
  const proposal = readRegister(context, workbook, {
    sheet: choices.sheet,
    markMeanings: {},
    sessionDates: {},
    leftOut: []
  });
  const plain = proposal.done ? proposal.value : null;
  const asked = new URL(request.url).searchParams.get("step");
  return { row, workbook, choices, sheets, plain, step: stepFor(asked, choices, sheets, plain) };
}
function stepFor(asked, { isConfirmed, cohort }, sheets, plain) {
  if (plain === null || asked === "sheet" && sheets.length > 0) return "sheet";
  if (asked === "check" && isConfirmed && cohort) return "check";
  return (asked === "cohort" || asked === "check") && isConfirmed ? "cohort" : "reading";
}
const markField = (index) => `mark-${index}`;
const dateField = (session) => `date-${session.column}`;
function canBeExplained({ mark }) {
  return mark !== "" && !mark.startsWith("#");
}
function datesToAsk({ sessions, warnings, layout }) {
  const odd = warnings.filter(({ code }) => code === "weekday-unlike-others").map(({ cell }) => cell);
  const headings = (column) => layout.headingRows.map((row) => `${column}${row}`);
  return sessions.filter(({ column, doubt }) => doubt !== null || headings(column).some((cell) => odd.includes(cell)));
}
const MEANING = "Choose one of the meanings on the page";
function readingForm(plain) {
  const marks2 = Object.fromEntries(
    plain.marksMet.map((_, index) => [markField(index), z.enum(["", ...MARK_CODES], MEANING).default("")])
  );
  const asked = datesToAsk(plain);
  const dates = Object.fromEntries(
    asked.map((session) => [
      dateField(session),
      typedDay({ missing: `Enter the date of the session in column ${session.column}` })
    ])
  );
  const shape = z.object({ ...marks2, ...dates, leftOut: ticked(), version: shownVersion() });
  return withDays(asked.map(dateField), shape).transform((sent) => {
    const values = sent;
    const reading = {
      markMeanings: meaningsIn(values, plain.marksMet),
      sessionDates: datesIn(values, asked),
      leftOut: sent.leftOut.map(Number).filter((row) => plain.participants.some((person) => person.row === row))
    };
    return { version: sent.version, reading };
  });
}
function meaningsIn(values, met) {
  const said2 = met.map(({ mark, code }, index) => ({ mark, code, chosen: values[markField(index)] }));
  const changed = said2.filter(({ code, chosen }) => chosen !== "" && chosen !== code);
  return Object.fromEntries(changed.map(({ mark, chosen }) => [mark, chosen]));
}
function datesIn(values, asked) {
  const said2 = asked.map((session) => ({ session, day: values[dateField(session)] }));
  return Object.fromEntries(
    said2.filter(({ session, day }) => day !== session.day).map(({ session, day }) => [session.column, day])
  );
}
const STALE = "This import changed since you opened the page, in another window or by a second press. Here is what you entered. Check it, then continue once more";
const STALE_SENTENCE = STALE;
const planned = (field, code) => ({
  [code]: (details) => ({ field, sentence: planSentence({ done: false, code, details }) })
});
const unreadable = (code) => ({
  [code]: (details) => ({ field: "form", sentence: notARegisterSentence({ done: false, code, details }) })
});
const SENTENCES$5 = {
  ...COHORT_SENTENCES,
  ...planned("form", "dates-in-doubt"),
  ...planned("form", "two-on-one-day"),
  ...planned("form", "nobody-to-import"),
  ...planned("programme", "too-many-sessions"),
  ...planned("places", "too-few-places"),
  ...planned("startTime", "start-in-clock-change-gap"),
  ...planned("startTime", "slots-overlap"),
  ...planned("startTime", "slot-twice"),
  ...planned("startTime", "no-slot"),
  ...planned("programme", "no-plans"),
  ...planned("programme", "length-out-of-range"),
  ...planned("form", "closure-ends-before-start"),
  ...planned("form", "never-clear"),
  ...unreadable("no-such-sheet"),
  ...unreadable("choose-a-sheet"),
  ...unreadable("not-a-register"),
  ...unreadable("register-too-large"),
  "cohort-not-chosen": () => ({ field: "form", sentence: "Choose the cohort that the register becomes first" }),
  "import-changed": () => ({
    field: "form",
    sentence: "Something changed since you looked at this. Here it is as it stands now. Check it, then import",
    status: 409
  }),
  clashes: () => ({
    field: "form",
    sentence: "Sessions to come clash with another cohort. Change the place, the time or the team first"
  }),
  "warning-not-accepted": () => ({
    field: "accept",
    sentence: "Tick that you know that there are too few facilitators, or change the team"
  })
};
async function answerStep(context, actor, importId, request, sent) {
  const row = orNotFound(findImport(context.db, actor, importId));
  if (row.state !== "uploaded") return redirect(paths.import(importId));
  const upload = await openUpload(context, actor, row, request);
  const answering = { context, actor, upload, sent };
  const answers2 = { sheet: answerSheet, reading: answerReading, cohort: answerCohort, check: answerImport };
  return answers2[upload.step](answering);
}
function answerSheet({ context, actor, upload, sent }) {
  const sheet = z.string("Choose one sheet").refine((name) => upload.sheets.includes(name), "Choose one sheet");
  const read = checkForm(sent, z.object({ sheet, version: shownVersion() }));
  if (!read.ok) return formErrors(read.form);
  const { id } = upload.row;
  const reading = { ...NO_CHOICES, sheet: read.value.sheet };
  const confirmed = { importId: id, version: read.value.version, reading, isConfirmed: false };
  const outcome = confirmReading(context, actor, confirmed);
  return outcome.done ? redirect(paths.import(id)) : answerChanged(outcome, upload, read.form);
}
function answerReading({ context, actor, upload, sent }) {
  const read = checkForm(sent, readingForm(upload.plain));
  if (!read.ok) return formErrors(read.form);
  const { id } = upload.row;
  const reading = { sheet: upload.choices.sheet, ...read.value.reading };
  const confirmed = { importId: id, version: read.value.version, reading, isConfirmed: true };
  const outcome = confirmReading(context, actor, confirmed);
  return outcome.done ? redirect(paths.importStep(id, "cohort")) : answerChanged(outcome, upload, read.form);
}
function answerCohort({ context, actor, upload, sent }) {
  const read = checkForm(sent, cohortForm(context.content.programmes));
  if (!read.ok) return formErrors(read.form);
  const { version, ...cohort } = read.value;
  const { id } = upload.row;
  const outcome = chooseCohort(context, actor, { importId: id, version, workbook: upload.workbook, cohort });
  if (outcome.done) return redirect(paths.importStep(id, "check"));
  if (outcome.code === "changed-meanwhile") return answerChanged(outcome, upload, read.form);
  return answerRefusal(outcome, read.form, SENTENCES$5);
}
function answerImport({ context, actor, upload, sent }) {
  const form = { values: sent.values, errors: {} };
  const outcome = importRegister(context, actor, {
    importId: upload.row.id,
    workbook: upload.workbook,
    fingerprint: textOf(form, "fingerprint"),
    accepted: textOf(form, "accept") === "yes"
  });
  return outcome.done ? redirect(paths.import(upload.row.id, "imported")) : answerRefusal(outcome, form, SENTENCES$5);
}
function answerChanged({ code }, { row }, form) {
  if (code === "not-found") throw notFound();
  return answerStale(form, row.version, STALE_SENTENCE);
}
function BroughtInFigures({ view: { counts } }) {
  const { people, rows, sessions, held, cancelled, moved, cells, accepted, refused } = counts;
  const became = [`${held} held`, cancelled > 0 && `${cancelled} cancelled`, moved > 0 && `${moved} moved`];
  return /* @__PURE__ */ jsxs(StatCards, { children: [
    /* @__PURE__ */ jsx(StatCard, { label: "People", figure: formatNumber(people), outOf: people < rows ? `of ${rows} rows` : void 0 }),
    /* @__PURE__ */ jsx(StatCard, { label: "Sessions", figure: formatNumber(sessions), note: became.filter(Boolean).join(", ") }),
    /* @__PURE__ */ jsx(
      StatCard,
      {
        label: "Cells",
        figure: formatNumber(accepted),
        outOf: `of ${formatNumber(cells)}`,
        note: refused === 0 ? "None is refused." : `${formatNumber(refused)} refused, each with its reason below.`
      }
    )
  ] });
}
function BroughtInParts({ view }) {
  const { cells, refused, warnings, comments, people } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Sentences, { title: "Refused", intro: "These are not brought in.", lines: refused }),
    /* @__PURE__ */ jsx(Sentences, { title: "To look at", intro: "These are brought in as each line says.", lines: warnings }),
    /* @__PURE__ */ jsx(
      Table,
      {
        caption: "What the cells come to",
        captionSize: "m",
        className: "counts-table",
        head: ["Mark", { content: "Cells", numeric: true }],
        firstCellIsHeader: true,
        rows: cells.map(({ label, count }) => [label, { content: formatNumber(count), numeric: true }])
      }
    ),
    people.length > 0 && /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        firstCellIsHeader: true,
        caption: "People",
        captionSize: "m",
        head: ["Name", "Reference", "There", "To know"],
        rows: people.map(({ row, name, reference, here, note }) => [
          /* @__PURE__ */ jsxs("span", { children: [
            name,
            /* @__PURE__ */ jsxs("span", { className: "figure-note", children: [
              "row ",
              row
            ] })
          ] }, "name"),
          reference ?? "one is given",
          here,
          note || "nothing"
        ])
      }
    ),
    comments.length > 0 && /* @__PURE__ */ jsx(Details, { summary: "Comments on the sheet, not brought in", children: /* @__PURE__ */ jsx("ul", { className: "govuk-list govuk-list--bullet", children: comments.map((line2) => /* @__PURE__ */ jsx("li", { children: line2 }, line2)) }) })
  ] });
}
function Sentences({ title, intro, lines }) {
  if (lines.length === 0) return null;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs("h2", { className: "govuk-heading-m", children: [
      title,
      " (",
      lines.length,
      ")"
    ] }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: intro }),
    /* @__PURE__ */ jsx("ul", { className: "govuk-list govuk-list--bullet", children: lines.map((line2) => /* @__PURE__ */ jsx("li", { children: line2 }, line2)) })
  ] });
}
function CheckPage({ view, form, importId }) {
  const { name, facts, sessions, strip, clashing } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.importStep(importId, "cohort") }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsxs(PageHeader, { caption: `Step 3 of 3, ${view.fileName}`, title: `Check before you import: ${name}`, children: [
      /* @__PURE__ */ jsx("p", { className: "govuk-body-l", children: "Nothing is brought in yet." }),
      /* @__PURE__ */ jsx(SessionStrip, { sessions: strip, label: "The sessions as they would be" })
    ] }),
    clashing > 0 && /* @__PURE__ */ jsxs(WarningText, { children: [
      formatCount("session", clashing),
      " to come cannot be held as planned. Change the place, the time or the team."
    ] }),
    /* @__PURE__ */ jsx(BroughtInFigures, { view: view.broughtIn }),
    /* @__PURE__ */ jsx(BroughtInParts, { view: view.broughtIn }),
    /* @__PURE__ */ jsx(Details, { summary: "Every session", open: clashing > 0, children: /* @__PURE__ */ jsx(SessionsTable, { sessions }) }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "The cohort" }),
    /* @__PURE__ */ jsx(SummaryList, { rows: facts }),
    /* @__PURE__ */ jsx(ImportForm, { view, form, importId })
  ] });
}
function ImportForm({ view: { clashing, fewFacilitators, fingerprint }, form, importId }) {
  return /* @__PURE__ */ jsxs("form", { method: "post", children: [
    /* @__PURE__ */ jsx(HiddenField, { name: "fingerprint", value: fingerprint }),
    clashing === 0 && fewFacilitators && /* @__PURE__ */ jsx(
      CheckboxesField,
      {
        form,
        name: "accept",
        legend: `The programme wants ${fewFacilitators.wanted} facilitators and this team has ${fewFacilitators.named}`,
        legendSize: "s",
        items: [{ value: "yes", label: "I know, and will find more before the next session" }]
      }
    ),
    /* @__PURE__ */ jsxs("div", { className: "govuk-button-group", children: [
      clashing === 0 && /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Import" }),
      /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.importStep(importId, "cohort"), children: "Change the cohort" }),
      /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.import(importId), children: "Change how it was read" }),
      /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.importUndo(importId), children: "Delete this file" })
    ] })
  ] });
}
function SessionsTable({ sessions }) {
  return /* @__PURE__ */ jsx(
    Table,
    {
      stacked: true,
      firstCellIsHeader: true,
      caption: "Every session",
      captionClassName: "govuk-visually-hidden",
      head: ["Session", "Date", "What becomes of it"],
      rows: sessions.map(({ label, column, day, state, moved, clashes }) => [
        /* @__PURE__ */ jsxs("span", { children: [
          label,
          /* @__PURE__ */ jsx("span", { className: "figure-note", children: column ?? "not in the register: laid out" })
        ] }, "session"),
        day,
        /* @__PURE__ */ jsxs("span", { children: [
          state,
          moved && /* @__PURE__ */ jsx("span", { className: "figure-note", children: moved }),
          clashes.map((clash) => /* @__PURE__ */ jsxs("span", { className: "plan-clash", children: [
            /* @__PURE__ */ jsx(Tag, { colour: "red", children: "Clash" }),
            " ",
            clash
          ] }, clash))
        ] }, "state")
      ])
    }
  );
}
function BlockedPage({ view, importId }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.imports() }),
    /* @__PURE__ */ jsx(PageHeader, { caption: `Step 3 of 3, ${view.fileName}`, title: "This cannot be imported as it is" }),
    /* @__PURE__ */ jsxs(WarningText, { children: [
      view.sentence,
      "."
    ] }),
    /* @__PURE__ */ jsxs("div", { className: "govuk-button-group", children: [
      /* @__PURE__ */ jsx(ButtonLink, { href: paths.importStep(importId, "cohort"), children: "Change the cohort" }),
      /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.import(importId), children: "Change how it was read" })
    ] })
  ] });
}
function CohortFields({ form, options }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs(Fieldset, { legend: "What", legendSize: "m", children: [
      /* @__PURE__ */ jsx(
        TextField,
        {
          form,
          name: "name",
          label: "Name of the cohort",
          hint: "A neutral name, such as Tuesday group. It stands in calendars and on screens.",
          width: 20,
          autoComplete: "off"
        }
      ),
      /* @__PURE__ */ jsx(SelectField, { form, name: "programme", label: "Programme", options: chooseFrom(options.programmes) }),
      /* @__PURE__ */ jsx(TextField, { form, name: "places", label: "Places", inputMode: "numeric", width: 2, autoComplete: "off" })
    ] }),
    /* @__PURE__ */ jsx(Where, { options, form }),
    /* @__PURE__ */ jsx(Who, { options, form })
  ] });
}
const CHOOSE = { value: "", label: "Choose" };
const chooseFrom = (options) => options.length === 1 ? options : [CHOOSE, ...options];
function Where({ options, form }) {
  const nations = NATIONS.map((nation) => ({ value: nation, label: NATION_NAMES[nation] }));
  return /* @__PURE__ */ jsxs(Fieldset, { legend: "Where", legendSize: "m", children: [
    /* @__PURE__ */ jsx(SelectField, { form, name: "areaId", label: "Area", options: chooseFrom(options.areas) }),
    /* @__PURE__ */ jsx(SelectField, { form, name: "place", label: "Venue and room", options: [CHOOSE, ...options.places] }),
    /* @__PURE__ */ jsx(
      SelectField,
      {
        form,
        name: "nation",
        label: "Bank holidays",
        options: [{ value: "", label: "Those of the area’s nation" }, ...nations]
      }
    )
  ] });
}
function Who({ options, form }) {
  return /* @__PURE__ */ jsxs(Fieldset, { legend: "Team", legendSize: "m", children: [
    /* @__PURE__ */ jsx(SelectField, { form, name: "leadId", label: "Lead facilitator", options: [CHOOSE, ...options.facilitators] }),
    /* @__PURE__ */ jsx(
      CheckboxesField,
      {
        form,
        name: "coFacilitatorIds",
        legend: "Co-facilitators",
        small: true,
        groupClassName: "choices-in-columns",
        items: options.facilitators
      }
    )
  ] });
}
function CohortPage({ view, form, importId }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.import(importId) }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: `Step 2 of 3, ${view.fileName}`, title: "The cohort that it becomes", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Nothing is brought in yet. You check everything on the next page." }) }),
    view.titles.length > 0 && /* @__PURE__ */ jsxs(InsetText, { children: [
      "The sheet says:",
      " ",
      view.titles.map((title) => /* @__PURE__ */ jsx("span", { className: "figure-note", children: title }, title))
    ] }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") || view.version }),
      /* @__PURE__ */ jsx(CohortFields, { options: view.options, form }),
      /* @__PURE__ */ jsx(Fieldset, { legend: "When", legendSize: "m", children: /* @__PURE__ */ jsx(
        TimeField,
        {
          form,
          name: "startTime",
          label: "Start time of the sessions",
          hint: "The register does not say it. For example, 6:30pm or 18:30"
        }
      ) }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Check before you import" })
    ] })
  ] });
}
function ReadingPage({ view, form, undoHref }) {
  const { sheet, sessions, people, marks: marks2, notTaken } = view;
  const unknown = marks2.filter(({ isKnown }) => !isKnown).length;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.imports() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsxs(PageHeader, { caption: `Step 1 of 3, ${view.fileName}`, title: "Check how the register was read", children: [
      /* @__PURE__ */ jsxs("p", { className: "govuk-body-l", children: [
        "Sheet “",
        sheet,
        "”: ",
        formatCount("person", people.length),
        ", ",
        formatCount("session", sessions.length),
        ".",
        unknown > 0 && ` ${formatCount("mark", unknown)} ${unknown === 1 ? "needs" : "need"} your word.`
      ] }),
      view.otherRegisters && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: /* @__PURE__ */ jsx("a", { className: "govuk-link", href: "?step=sheet", children: "Choose another sheet" }) })
    ] }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") || view.version }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Capitals and spaces around a mark do not matter." }),
      /* @__PURE__ */ jsx(Marks, { view, form }),
      /* @__PURE__ */ jsx(Dates, { view, form }),
      /* @__PURE__ */ jsx(Sessions, { view }),
      /* @__PURE__ */ jsx(People$2, { view, form }),
      /* @__PURE__ */ jsx(Details, { summary: "What is not brought in", children: /* @__PURE__ */ jsx("ul", { className: "govuk-list govuk-list--bullet", children: notTaken.map((line2) => /* @__PURE__ */ jsx("li", { children: line2 }, line2)) }) }),
      /* @__PURE__ */ jsxs("div", { className: "govuk-button-group", children: [
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "This is right" }),
        /* @__PURE__ */ jsx("a", { className: "govuk-link", href: undoHref, children: "Delete this file" })
      ] })
    ] })
  ] });
}
function Marks({ view: { marks: marks2, meanings }, form }) {
  const open = { value: "", label: "Not decided: leave these cells out" };
  return /* @__PURE__ */ jsx(
    Table,
    {
      stacked: true,
      firstCellIsHeader: true,
      className: "marks-table",
      caption: "What each mark means",
      captionSize: "m",
      head: ["Mark", "Where", "Taken for"],
      rows: marks2.map(({ name, mark, where, why, isKnown, canBeExplained: canBeExplained2 }) => [
        /* @__PURE__ */ jsx("span", { className: "mark-as-typed", children: mark }, "mark"),
        where,
        canBeExplained2 ? /* @__PURE__ */ jsxs("div", { className: "mark-meaning", children: [
          /* @__PURE__ */ jsx(
            SelectField,
            {
              form,
              name,
              label: /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
                "What “",
                mark,
                "” means"
              ] }),
              options: [open, ...meanings],
              describedBy: `${name}-why`
            }
          ),
          /* @__PURE__ */ jsxs("span", { id: `${name}-why`, className: "figure-note", children: [
            !isKnown && /* @__PURE__ */ jsx(Tag, { colour: "yellow", children: "Unknown" }),
            " ",
            why
          ] })
        ] }, "meaning") : "Left out. Correct it in the spreadsheet and upload it again."
      ])
    }
  );
}
function Dates({ view: { asked }, form }) {
  if (asked.length === 0) return null;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Dates to check" }),
    asked.map(({ name, legend, hint }) => /* @__PURE__ */ jsx(DateField, { form, name, legend, legendSize: "s", hint }, name))
  ] });
}
function Sessions({ view: { sessions } }) {
  return /* @__PURE__ */ jsx(
    Table,
    {
      stacked: true,
      firstCellIsHeader: true,
      caption: "Sessions",
      captionSize: "m",
      head: ["Session", "Date", "What became of it"],
      rows: sessions.map(({ label, column, day, movedFrom, typed, state, isHeld }) => [
        /* @__PURE__ */ jsxs("span", { children: [
          label,
          /* @__PURE__ */ jsxs("span", { className: "figure-note", children: [
            "column ",
            column
          ] })
        ] }, "session"),
        /* @__PURE__ */ jsxs("span", { children: [
          day ?? "Not read",
          typed && /* @__PURE__ */ jsxs("span", { className: "figure-note", children: [
            "typed “",
            typed,
            "”"
          ] })
        ] }, "date"),
        /* @__PURE__ */ jsxs("span", { children: [
          isHeld ? state : /* @__PURE__ */ jsx("strong", { children: state }),
          movedFrom && /* @__PURE__ */ jsxs("span", { className: "figure-note", children: [
            "moved from ",
            movedFrom
          ] })
        ] }, "state")
      ])
    }
  );
}
function People$2({ view: { people }, form }) {
  const duplicates = people.filter(({ duplicate }) => duplicate !== null);
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        firstCellIsHeader: true,
        caption: "People",
        captionSize: "m",
        head: ["Name", "Reference", "To know"],
        rows: people.map(({ row, name, reference, note }) => [
          /* @__PURE__ */ jsxs("span", { children: [
            name,
            /* @__PURE__ */ jsxs("span", { className: "figure-note", children: [
              "row ",
              row
            ] })
          ] }, "name"),
          reference ?? "none: one is given",
          note ?? "nothing"
        ])
      }
    ),
    duplicates.length > 0 && /* @__PURE__ */ jsx(
      CheckboxesField,
      {
        form,
        name: "leftOut",
        legend: "Likely duplicates",
        legendSize: "m",
        hint: "Somebody of the same name is here already. Nobody is merged: tick who is not to be brought in a second time.",
        items: duplicates.map(({ row, name, duplicate }) => ({
          value: String(row),
          label: `Leave out row ${row}, ${name}`,
          hint: `here already with the reference ${duplicate}`
        }))
      }
    )
  ] });
}
function ReportPage({ view, said: said2, importId }) {
  const { fileName, who, importedAt, undoneAt, cohort, sheet } = view;
  const facts = [
    { key: "File", value: sheet ? `${fileName}, sheet “${sheet}”` : fileName },
    { key: "Imported", value: `${importedAt}, ${who}` },
    ...undoneAt ? [{ key: "Undone", value: undoneAt }] : []
  ];
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.imports() }),
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsxs(PageHeader, { caption: cohort == null ? void 0 : cohort.name, title: undoneAt ? "This import is undone" : "What was brought in", children: [
      cohort && /* @__PURE__ */ jsxs("div", { className: "toolbar", children: [
        /* @__PURE__ */ jsx(ButtonLink, { href: cohort.href, children: "Go to the cohort" }),
        /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.importUndo(importId), children: "Undo this import" })
      ] }),
      undoneAt && /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Nothing of it is left but these counts." })
    ] }),
    /* @__PURE__ */ jsx(BroughtInFigures, { view: view.broughtIn }),
    /* @__PURE__ */ jsx(BroughtInParts, { view: view.broughtIn }),
    /* @__PURE__ */ jsx(SummaryList, { rows: facts })
  ] });
}
function SheetPage({ view: { fileName, version, sheets }, form }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.imports() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: fileName, title: "Choose the register" }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") || version }),
      /* @__PURE__ */ jsx(
        RadiosField,
        {
          form,
          name: "sheet",
          legend: "More than one sheet looks like a register. Which one do you want to bring in?",
          legendSize: "s",
          hint: "Bring the others in one by one, from the same file.",
          items: sheets.map((sheet) => ({ value: sheet, label: sheet }))
        }
      ),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Continue" })
    ] })
  ] });
}
function broughtIn(counts, { refusedRows, refusedCells, register }) {
  const gone = new Map(refusedRows.map((one) => [one.row, one]));
  return {
    counts,
    cells: [
      ...MARK_CODES.flatMap((code) => {
        const count = counts.byCode[code] ?? 0;
        return count === 0 ? [] : { label: MARK_CODE_LABELS[code], count };
      }),
      { label: "Refused", count: counts.refused }
    ],
    refused: [...refusedRows.map(rowSentence), ...refusedCells.map(cellSentence)],
    warnings: register ? register.warnings.map((warning) => warningSentence(warning, register)) : [],
    comments: register ? register.comments.map(({ cell, text }) => `${cell}: ${text.replace(/\s+/g, " ")}`) : [],
    people: register ? register.participants.map((person) => personLine$1(person, gone.has(person.row))) : []
  };
}
function personLine$1({ row, name, ref, recount, ...stay }, isRefused) {
  const { joined_session: joined, left_after_session: left, leaving_reason: why } = stay;
  const here = `${recount.attended_or_late} of ${countInWords(recount.held_while_enrolled, "session")}`;
  const notes = [
    isRefused && "not brought in",
    joined !== null && joined > 1 && `joined at session ${joined}`,
    left !== null && `left after session ${left}${why ? ` (${why})` : ""}`,
    (recount["caught-up"] ?? 0) > 0 && `${recount["caught-up"]} caught up`,
    (recount["not-recorded"] ?? 0) > 0 && `${recount["not-recorded"]} not recorded`
  ];
  return { row, name, reference: ref, here, note: notes.filter(Boolean).join(", ") };
}
function checkView(context, actor, { row, workbook }) {
  const outcome = prepareImport(context, context.db, actor, row, workbook);
  const shared = { fileName: row.fileName, form: EMPTY_FORM };
  if (!outcome.done) {
    const say = SENTENCES$5[outcome.code];
    const sentence2 = (say == null ? void 0 : say(outcome.details).sentence) ?? "Choose the cohort again. What was chosen is not there any more";
    return { kind: "blocked", ...shared, sentence: sentence2 };
  }
  const prepared = outcome.value;
  const { plan, cohort, clashes, fewFacilitators, fingerprint } = prepared;
  const { counts, ...report } = reportOf(prepared, row.fileName);
  return {
    kind: "check",
    ...shared,
    name: cohort.name,
    facts: factsOf$1(context, actor, prepared),
    broughtIn: broughtIn(counts, report),
    sessions: sessionLines(context, actor, prepared),
    strip: plan.sessions.map(({ planNumber, time, state, moved }) => ({
      number: planNumber,
      day: (time == null ? void 0 : time.day) ?? null,
      state: stripState(state, time !== null && time.endsAt <= context.clock.now()),
      movedFrom: (moved == null ? void 0 : moved.from.day) ?? null
    })),
    clashing: new Set(clashes.map(({ planNumber }) => planNumber)).size,
    fewFacilitators,
    fingerprint
  };
}
function stripState(state, isOver) {
  if (state !== "scheduled") return state;
  return isOver ? "not-recorded" : "to-come";
}
function factsOf$1(context, actor, { cohort, settled, plan }) {
  const options = listCohortOptions(context, actor, "import");
  const labelOf = (list, value) => {
    var _a;
    return ((_a = list.find((one) => one.value === value)) == null ? void 0 : _a.label) ?? "";
  };
  const [lead, ...others] = settled.team.map((id) => labelOf(options.facilitators, id));
  const weekdays = plan.slots.map(({ weekday }) => `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}s`);
  return [
    { key: "Programme", value: programmeLabel(settled.programme) },
    { key: "Area", value: labelOf(options.areas, cohort.areaId) },
    { key: "Bank holidays of", value: NATION_NAMES[settled.nation] },
    { key: "Where", value: labelOf(options.places, placeValue(cohort.place)) },
    { key: "When", value: `${weekdays.join(" and ")}, ${formatTime(cohort.startTime)}` },
    { key: "Team", value: [`${lead} (lead)`, ...others].join(", ") },
    { key: "Places", value: String(cohort.places) }
  ];
}
function sessionLines({ db }, actor, { plan, clashes, settled, proposal }) {
  const names = new Map(listFacilitators(db, actor).map(({ id, name }) => [id, name]));
  return plan.sessions.map((session) => {
    const { planNumber, time, moved, stateReason, column } = session;
    return {
      label: `${planNumber}. ${planNumbered(settled.programme, planNumber).title}`,
      column: column === null ? null : `column ${proposal.sessions[column - 1].column}`,
      day: time ? dayInWords(time.day) : "Not booked",
      state: stateReason ? `Cancelled: ${stateReason}` : STATE_WORDS[session.state],
      moved: moved ? `moved from ${dayInWords(moved.from.day)}: ${moved.why}` : null,
      clashes: clashes.filter((clash) => clash.planNumber === planNumber).map((clash) => {
        const name = clash.kind === "facilitator-double-booked" ? names.get(clash.staffId) : void 0;
        return sentenceForClash(clash, name ?? "");
      })
    };
  });
}
const STATE_WORDS = { held: "Held", cancelled: "Cancelled", scheduled: "To come, or not recorded yet" };
function cohortView(context, actor, upload) {
  const { row, plain, choices } = upload;
  return {
    kind: "cohort",
    fileName: row.fileName,
    version: row.version,
    titles: plain.titles,
    options: listCohortOptions(context, actor, "import"),
    form: choices.cohort ? savedForm(choices.cohort) : firstForm(context, plain)
  };
}
function firstForm({ content }, { programme: slug, participants }) {
  const versions = content.programmes.filter((one) => one.slug === slug && one.variant === null);
  const programme = versions.at(-1);
  const staying = participants.filter(({ leftAfterSession }) => leftAfterSession === null).length;
  const places = Math.min(99, Math.max(staying, (programme == null ? void 0 : programme.thresholds.groupSize.max) ?? 12));
  return {
    values: { programme: programme ? programmeIdOf(programme) : "", places: String(places) },
    errors: {}
  };
}
const SOURCES = {
  confirmed: "as you said",
  key: "by the key on the sheet",
  usual: "as it usually means"
};
function readingView({ db }, actor, upload) {
  const { plain, row, sheets } = upload;
  const duplicates = new Map(
    listLikelyDuplicates(db, actor, plain.participants).map((one) => [one.row, one.reference])
  );
  return {
    kind: "reading",
    fileName: row.fileName,
    version: row.version,
    sheet: plain.sheet,
    otherRegisters: sheets.length > 0,
    sessions: plain.sessions.map(sessionLine),
    asked: datesToAsk(plain).map((session) => ({
      name: dateField(session),
      legend: session.heading ? `${session.heading}, column ${session.column}` : `Session in column ${session.column}`,
      hint: doubtSentence(session) ?? "The weekday is unlike the other sessions. Check the day and the month."
    })),
    marks: plain.marksMet.map(markLine),
    people: plain.participants.map((person) => personLine(person, duplicates.get(person.row) ?? null)),
    meanings: MARK_CODES.map((code) => ({ value: code, label: MARK_CODE_LABELS[code] })),
    notTaken: whatIsNotTaken(plain),
    form: formOf$1(upload)
  };
}
function sessionLine({ number, column, heading, day, movedFrom, status, reason, dateText }) {
  const states = {
    held: "Held",
    cancelled: reason ? `Cancelled: ${reason}` : "Cancelled",
    scheduled: "No marks yet",
    doubtful: "Date in doubt"
  };
  return {
    label: heading ?? `Session ${number}`,
    column,
    day: day ? dayInWords(day) : null,
    movedFrom: movedFrom ? dayInWords(movedFrom) : null,
    typed: (dateText == null ? void 0 : dateText.replace(/\s+/g, " ").trim()) ?? null,
    state: states[status],
    isHeld: status === "held"
  };
}
function markLine(met, index) {
  const { mark, code, source, likely, cells, firstCell } = met;
  const often = likely ? `Often means “${MARK_CODE_LABELS[likely].toLowerCase()}”. Say what it means here.` : null;
  return {
    name: markField(index),
    mark: mark === "" ? "(a formula)" : mark,
    where: cells === 1 ? firstCell : `${countInWords(cells, "cell")}, first in ${firstCell}`,
    why: code && source ? SOURCES[source] : often ?? "Nobody has said what it means.",
    isKnown: code !== null,
    canBeExplained: canBeExplained(met)
  };
}
function personLine({ row, name, ref, joinedSession, leftAfterSession }, duplicate) {
  const joined = joinedSession === null ? "at no session" : joinedSession > 1 ? `joined at session ${joinedSession}` : null;
  const left = leftAfterSession === null ? null : `left after session ${leftAfterSession}`;
  return { row, name, reference: ref, note: [joined, left].filter(Boolean).join(", ") || null, duplicate };
}
function whatIsNotTaken({ otherSheets, layout }) {
  return [
    ...otherSheets.map(({ name, what }) => `Sheet “${name}”: ${what}`),
    ...layout.otherRows.map(({ row, what }) => `Row ${row}: ${what}`),
    ...Object.entries(layout.otherColumns).map(([column, what]) => `Column ${column}: ${what}`)
  ];
}
function formOf$1({ plain, choices }) {
  const marks2 = plain.marksMet.map(({ mark, code }, index) => [
    markField(index),
    choices.markMeanings[mark] ?? code ?? ""
  ]);
  const dates = datesToAsk(plain).flatMap((session) => {
    const day = choices.sessionDates[session.column] ?? session.day;
    const [year, month, dayOfMonth] = (day == null ? void 0 : day.split("-").map(Number)) ?? [];
    return [
      [`${dateField(session)}-day`, String(dayOfMonth ?? "")],
      [`${dateField(session)}-month`, String(month ?? "")],
      [`${dateField(session)}-year`, String(year ?? "")]
    ];
  });
  return { values: { ...Object.fromEntries([...marks2, ...dates]), leftOut: choices.leftOut.map(String) }, errors: {} };
}
function reportView(row) {
  var _a;
  const { counts, ...report } = keptReport(row);
  const { fileName, uploadedBy, importedAt, undoneAt, cohortId, cohort } = row;
  return {
    kind: "report",
    fileName,
    who: uploadedBy ?? "By the command line",
    importedAt: importedAt && formatInstant(importedAt),
    undoneAt: undoneAt && formatInstant(undoneAt),
    cohort: cohortId && cohort ? { name: cohort, href: paths.cohort(cohortId) } : null,
    sheet: ((_a = report.register) == null ? void 0 : _a.sheet) ?? null,
    broughtIn: broughtIn(counts, report),
    form: EMPTY_FORM
  };
}
async function stepView(context, actor, row, request) {
  if (row.state !== "uploaded") return reportView(row);
  const upload = await openUpload(context, actor, row, request);
  const { plain, sheets, step } = upload;
  if (plain === null || step === "sheet") {
    return { kind: "sheet", fileName: row.fileName, version: row.version, sheets, form: EMPTY_FORM };
  }
  if (step === "reading") return readingView(context, actor, { ...upload, plain });
  return step === "cohort" ? cohortView(context, actor, { ...upload, plain }) : checkView(context, actor, upload);
}
const TITLES = {
  sheet: "Choose the register",
  reading: "Check how the register was read",
  cohort: "The cohort that it becomes",
  check: "Check before you import",
  blocked: "This cannot be imported as it is",
  report: "What was brought in"
};
const SAID$7 = { imported: "The register is imported. Its cohort is ready." };
const meta$i = ({ data }) => pageTitle(TITLES[(data == null ? void 0 : data.view.kind) ?? "report"]);
async function loader$m({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "import");
  const importId = asId(params.importId);
  const row = orNotFound(findImport(context.db, actor, importId));
  return json({ view: await stepView(context, actor, row, request), said: said(request, SAID$7), importId });
}
async function action$b({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "import");
  const sent = await readSentForm(request);
  return answerStep(context, actor, asId(params.importId), request, sent);
}
function Import() {
  var _a;
  const { view, said: sentence2, importId } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? view.form;
  switch (view.kind) {
    case "sheet":
      return /* @__PURE__ */ jsx(SheetPage, { view, form });
    case "reading":
      return /* @__PURE__ */ jsx(ReadingPage, { view, form, undoHref: paths.importUndo(importId) });
    case "cohort":
      return /* @__PURE__ */ jsx(CohortPage, { view, form, importId });
    case "check":
      return /* @__PURE__ */ jsx(CheckPage, { view, form, importId });
    case "blocked":
      return /* @__PURE__ */ jsx(BlockedPage, { view, importId });
    case "report":
      return /* @__PURE__ */ jsx(ReportPage, { view, said: sentence2, importId });
  }
}
const route31 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$b,
  default: Import,
  loader: loader$m,
  meta: meta$i
}, Symbol.toStringTag, { value: "Module" }));
const meta$h = () => pageTitle("Programmes");
function loader$l({ request, context }) {
  requireAccess(request, context, "read", "programme");
  return json(context.content.programmes.filter(({ variant }) => variant === null).map(programmeView));
}
function programmeView(programme) {
  const { name, version, summary, side, plans, modules, variants } = programme;
  return {
    href: paths.programme(programmeIdOf(programme)),
    name,
    version,
    summary,
    side: SIDE_NAMES[side],
    sessions: `${formatCount("session", plans.length)} in ${formatCount("module", modules.length)}`,
    variants: variants.map((variant) => ({
      name: variant.name,
      href: paths.programme(programmeIdOf({ ...programme, variant: variant.key }))
    }))
  };
}
function Programmes() {
  const programmes = useLoaderData();
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(PageHeader, { title: "Programmes", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "What each programme asks for, and the plan of every session. A cohort keeps the version that it began with." }) }),
    programmes.map(({ href, name, version, summary, side, sessions, variants }) => /* @__PURE__ */ jsx(
      SummaryList,
      {
        card: {
          title: /* @__PURE__ */ jsx("a", { className: "govuk-link govuk-link--no-visited-state", href, children: name }),
          headingLevel: 2
        },
        rows: [
          { key: "What it is", value: summary },
          { key: "Works with", value: side },
          { key: "Sessions", value: sessions },
          ...variants.map((variant) => ({
            key: "Also as",
            value: /* @__PURE__ */ jsx("a", { className: "govuk-link", href: variant.href, children: variant.name })
          })),
          { key: "Version", value: version }
        ]
      },
      href
    ))
  ] });
}
const route32 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Programmes,
  loader: loader$l,
  meta: meta$h
}, Symbol.toStringTag, { value: "Module" }));
const meta$g = () => pageTitle("Add an area");
function loader$k({ request, context }) {
  requireAccess(request, context, "write", "places");
  return null;
}
async function action$a({ request, context }) {
  const actor = requireAccess(request, context, "write", "places");
  const read = await readForm(request, newAreaForm);
  if (!read.ok) return formErrors(read.form);
  const outcome = addArea(context, actor, read.value);
  return outcome.done ? redirect(paths.places("area-added")) : answerRefusal(outcome, read.form, nameInUse("area"));
}
function NewArea() {
  var _a;
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.places() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Add an area" }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(TextField, { form, name: "name", label: "Name of the area", width: 30 }),
      /* @__PURE__ */ jsx(NationField, { form }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Add area" })
    ] })
  ] });
}
const route33 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$a,
  default: NewArea,
  loader: loader$k,
  meta: meta$g
}, Symbol.toStringTag, { value: "Module" }));
function closuresView({ db, clock }, actor) {
  const today = dayOf(clock.now());
  const closures = listClosures(db, actor);
  const holidays = Map.groupBy(listBankHolidays(db, actor), ({ nation }) => nation);
  return {
    coming: closures.filter(({ to }) => to >= today),
    past: closures.filter(({ to }) => to < today).toReversed(),
    nations: NATIONS.map((nation) => {
      var _a;
      const days = holidays.get(nation) ?? [];
      const next = days.find(({ day }) => day >= today) ?? null;
      const checkedOn = days.map((day) => day.checkedOn).toSorted()[0] ?? null;
      return { nation, next, last: ((_a = days.at(-1)) == null ? void 0 : _a.day) ?? null, checkedOn };
    }),
    mayChange: mayAtAll$1(actor, "write", "closures")
  };
}
function ClosuresPage({ view: { coming, past, nations, mayChange, said: said2 } }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Closures", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Days on which no session is laid out: when we or a venue are closed, and bank holidays." }) }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Our closures and those of venues" }),
    mayChange && /* @__PURE__ */ jsx(ButtonLink, { href: paths.newClosure(), children: "Add a closure" }),
    coming.length === 0 ? /* @__PURE__ */ jsx(EmptyState, { title: "No closures to come", headingLevel: 3, children: "Add the weeks when you are closed before the next cohort is laid out." }) : /* @__PURE__ */ jsx(ClosureTable, { caption: "Closures now and to come", closures: coming, mayChange }),
    past.length > 0 && /* @__PURE__ */ jsx(Details, { summary: "Closures that are over", children: /* @__PURE__ */ jsx(ClosureTable, { caption: "Closures that are over", closures: past, mayChange }) }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Bank holidays" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Each cohort leaves out those of its own nation unless it runs on them. One-off days are announced at short notice: check the lists." }),
    /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        firstCellIsHeader: true,
        caption: "Bank holidays by nation",
        captionClassName: "govuk-visually-hidden",
        head: ["Nation", "Next", "Listed until", "Checked"],
        rows: nations.map(({ nation, next, last, checkedOn }) => [
          /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.bankHolidays(nation), children: NATION_NAMES[nation] }, "nation"),
          next ? `${next.title}, ${formatDay(next.day)}` : "None listed",
          last ? formatDate(last) : "None listed",
          checkedOn ? formatDate(checkedOn) : "Never"
        ])
      }
    )
  ] });
}
function ClosureTable({ caption, closures, mayChange }) {
  const action2 = mayChange ? [
    /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children: "Action" }, "action")
  ] : [];
  return /* @__PURE__ */ jsx(
    Table,
    {
      stacked: true,
      firstCellIsHeader: true,
      caption,
      captionClassName: "govuk-visually-hidden",
      head: ["Reason", "Days", "Where", ...action2],
      rows: closures.map(({ id, from, to, label, venue }) => [
        label,
        from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`,
        venue ?? "Everywhere",
        ...mayChange ? [
          /* @__PURE__ */ jsxs("a", { className: "govuk-link", href: paths.closureRemoval(id), children: [
            "Remove",
            /* @__PURE__ */ jsxs("span", { className: "govuk-visually-hidden", children: [
              " ",
              label
            ] })
          ] }, "remove")
        ] : []
      ])
    }
  );
}
const meta$f = () => pageTitle("Closures");
const SAID$6 = {
  added: "The closure is added. Cohorts that are laid out from now on keep clear of it.",
  removed: "The closure is removed. Sessions that are laid out already stay where they are."
};
function loader$j({ request, context }) {
  const actor = requireAccess(request, context, "read", "closures");
  return json({ ...closuresView(context, actor), said: said(request, SAID$6) });
}
function Closures() {
  return /* @__PURE__ */ jsx(ClosuresPage, { view: useLoaderData() });
}
const route34 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Closures,
  loader: loader$j,
  meta: meta$f
}, Symbol.toStringTag, { value: "Module" }));
function readFilter$1(request) {
  const asked = new URL(request.url).searchParams;
  const page = asked.get("page") ?? "";
  return {
    state: parseMessageState(asked.get("state") ?? ""),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
  };
}
function readOutbox({ db, config }, actor, filter) {
  const counts = countMessages(db, actor);
  const all = MESSAGE_STATES.reduce((sum2, state) => sum2 + counts[state], 0);
  const total = filter.state ? counts[filter.state] : all;
  const pages = Math.max(1, Math.ceil(total / MESSAGES_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const chip = (state, label, count) => ({
    label,
    count,
    href: paths.messagesWhere({ state }),
    current: filter.state === state
  });
  return {
    total,
    page,
    pages,
    state: filter.state,
    unknown: counts.unknown,
    blocked: counts.blocked,
    writesFiles: config.smtpUrl === null,
    chips: [
      chip(null, "All", all),
      ...MESSAGE_STATES.filter((state) => counts[state] > 0 || state === filter.state).map(
        (state) => chip(state, STATE_NAMES[state], counts[state])
      )
    ],
    messages: listMessages(db, actor, { state: filter.state, page }).map(lineOf)
  };
}
function lineOf(row) {
  return {
    href: paths.message(row.id),
    person: `${row.givenName} ${row.familyName}`,
    about: `Session ${row.planNumber}, ${row.cohort}`,
    state: row.state,
    stateName: STATE_NAMES[row.state],
    when: whenOf(row),
    to: row.sentAt ? row.sentTo : null,
    why: whyNotSent(row.state, row.reason)
  };
}
function whenOf({ state, sentAt, handedOverAt, dueAt }) {
  if (sentAt) return `Sent ${formatInstant(sentAt)}`;
  if (handedOverAt) return `Handed to the mail server ${formatInstant(handedOverAt)}`;
  if (state === "queued") return `Leaves ${formatInstant(dueAt)}`;
  return state === "blocked" ? `Due ${formatInstant(dueAt)}` : `Was to leave ${formatInstant(dueAt)}`;
}
function FilterChips({ label, chips }) {
  return /* @__PURE__ */ jsxs("nav", { className: "filter-chips no-print", "aria-label": label, children: [
    /* @__PURE__ */ jsx("span", { className: "filter-chips__label", "aria-hidden": "true", children: label }),
    /* @__PURE__ */ jsx("ul", { className: "filter-chips__list", children: chips.map((chip) => /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsxs(
      "a",
      {
        className: chip.current ? "filter-chips__chip filter-chips__chip--current" : "filter-chips__chip",
        href: chip.href,
        "aria-current": chip.current ? "true" : void 0,
        children: [
          chip.label,
          " ",
          /* @__PURE__ */ jsx("span", { className: "filter-chips__count", children: chip.count })
        ]
      }
    ) }, chip.href)) })
  ] });
}
function PageNumbers({ page, pages, hrefOf }) {
  if (pages <= 1) return null;
  return /* @__PURE__ */ jsx(
    Pagination,
    {
      previous: page > 1 ? { href: hrefOf(page - 1) } : void 0,
      next: page < pages ? { href: hrefOf(page + 1) } : void 0,
      items: numbersAround(page, pages).map(
        (number) => number === null ? "ellipsis" : { number, href: hrefOf(number), current: number === page }
      )
    }
  );
}
function numbersAround(page, pages) {
  const shown = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(shown)].sort((one, other) => one - other);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? 0;
    return number - before > 1 ? [null, number] : [number];
  });
}
function OutboxPage({ view }) {
  const { messages, total, page, pages, state, chips, writesFiles } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(PageHeader, { title: "Messages", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Reminders to participants the day before a session, as they left or why they did not." }) }),
    writesFiles && /* @__PURE__ */ jsx(InsetText, { children: "No mail server is set up: messages are written into a folder on this machine and reach nobody." }),
    /* @__PURE__ */ jsx(NeedsSomebody, { unknown: view.unknown, blocked: view.blocked }),
    /* @__PURE__ */ jsx(FilterChips, { label: "State", chips }),
    messages.length === 0 ? /* @__PURE__ */ jsx(EmptyState, { title: "No messages here", children: state ? "No message stands so. Choose All to see every message." : "A reminder appears here eight days before each session, for everybody who is expected." }) : /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("p", { className: "govuk-body quiet", children: formatCount("message", total) }),
      /* @__PURE__ */ jsx(
        Table,
        {
          stacked: true,
          firstCellIsHeader: true,
          caption: "Messages, the latest first",
          captionClassName: "govuk-visually-hidden",
          head: ["Reminder for", "State", "When", "What happened"],
          rows: messages.map(rowOf$2)
        }
      )
    ] }),
    /* @__PURE__ */ jsx(PageNumbers, { page, pages, hrefOf: (number) => paths.messagesWhere({ state, page: number }) })
  ] });
}
function NeedsSomebody({ unknown, blocked }) {
  if (unknown === 0 && blocked === 0) return null;
  return /* @__PURE__ */ jsxs(WarningText, { children: [
    unknown > 0 && /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.messagesWhere({ state: "unknown" }), children: formatCount("message", unknown) }),
      " ",
      "may or may not have arrived.",
      " "
    ] }),
    blocked > 0 && /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.messagesWhere({ state: "blocked" }), children: formatCount("message", blocked) }),
      " ",
      "cannot leave until somebody does something."
    ] })
  ] });
}
const STATE_COLOURS$1 = {
  queued: "blue",
  blocked: "red",
  leased: "blue",
  sent: "green",
  failed: "red",
  unknown: "orange",
  suppressed: "grey",
  expired: "yellow"
};
function rowOf$2(line2) {
  return [
    /* @__PURE__ */ jsxs("span", { children: [
      /* @__PURE__ */ jsx("a", { className: "govuk-link govuk-!-font-weight-bold", href: line2.href, children: line2.person }),
      /* @__PURE__ */ jsx("span", { className: "figure-note", children: line2.about })
    ] }, "person"),
    /* @__PURE__ */ jsx(Tag, { className: "tag--one-line", colour: STATE_COLOURS$1[line2.state], children: line2.stateName }, "state"),
    line2.when,
    line2.to ? `To ${line2.to}` : line2.why ?? "Nothing is in its way"
  ];
}
const meta$e = () => pageTitle("Messages");
function loader$i({ request, context }) {
  const actor = requireAccess(request, context, "read", "message");
  return json(readOutbox(context, actor, readFilter$1(request)));
}
function Messages() {
  return /* @__PURE__ */ jsx(OutboxPage, { view: useLoaderData() });
}
const route35 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Messages,
  loader: loader$i,
  meta: meta$e
}, Symbol.toStringTag, { value: "Module" }));
function readFilter(request) {
  const asked = new URL(request.url).searchParams;
  const area2 = asked.get("area");
  const page = asked.get("page") ?? "";
  return {
    state: COHORT_STATES.find((state) => state === asked.get("state")) ?? null,
    areaId: area2 ? asId(area2) : null,
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
  };
}
const PAGE_LENGTH$1 = 20;
const STATE_LABELS = {
  running: "Running",
  recruiting: "Recruiting",
  finished: "Finished",
  cancelled: "Cancelled"
};
function readCohortList({ db, clock, content }, actor, filter) {
  const now = clock.now();
  const counts = countCohorts(db, actor);
  const total = sum(counts.filter(({ state, areaId }) => isIn(filter.state, state) && isIn(filter.areaId, areaId)));
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH$1));
  const page = Math.min(filter.page, pages);
  const found = listCohortPage(db, actor, filter, { offset: (page - 1) * PAGE_LENGTH$1, limit: PAGE_LENGTH$1 });
  const ids = found.map(({ id }) => id);
  const slots = listSlots(db, actor, ids);
  const sessions = listSessions(db, actor, ids);
  const places = listPlacesTaken(db, actor, ids);
  const unrecorded = listUnrecordedRows(db, actor, ids, now);
  const cohorts = found.map((cohort) => {
    const own = (rows) => rows.filter(({ cohortId }) => cohortId === cohort.id);
    const programme = content.programmeOf({
      slug: cohort.programmeSlug,
      version: cohort.programmeVersion,
      variant: cohort.programmeVariant
    });
    const glance = glanceAtCohort(own(sessions), own(places), unrecorded, now);
    return {
      ...wordsOf(glance, cohort.state),
      name: cohort.name,
      href: paths.cohort(cohort.id),
      programme: programmeLabel(programme),
      state: { code: cohort.state, label: STATE_LABELS[cohort.state] },
      where: [cohort.area, cohort.venue ?? "online"].join(", "),
      when: patternInWords(own(slots))
    };
  });
  return {
    cohorts,
    total,
    paging: { page, pages, filter: { state: filter.state, areaId: filter.areaId } },
    states: stateChips(counts, filter),
    areas: areaChips(counts, filter),
    newCohort: mayAtAll$1(actor, "write", "cohort") ? paths.newCohort() : null
  };
}
function wordsOf({ reached, sessions, next, startsOn, endsOn, takingPart, openRegisters }, state) {
  const starts = startsOn ? `Starts ${formatDate(startsOn)}` : "Not booked yet";
  const runs = next ? `Next: session ${next.planNumber}, ${formatDate(next.day)}` : endsOn && `Last session ${formatDate(endsOn)}`;
  const waiting = takingPart.notYetStarted > 0 ? `${takingPart.notYetStarted} not started yet` : null;
  return {
    progress: state === "recruiting" ? starts : `Session ${reached} of ${sessions}`,
    progressNote: state === "recruiting" ? `${sessions} sessions` : runs,
    takingPart: takingPart.started > 0 ? `${takingPart.stayed} of ${takingPart.started}` : waiting ?? "nobody",
    takingPartNote: takingPart.started > 0 ? waiting : null,
    openRegisters
  };
}
function patternInWords(slots) {
  return listInWords(
    slots.map(
      ({ weekday, startTime }) => `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}s, ${formatTime(startTime)}`
    )
  );
}
function stateChips(counts, { state, areaId }) {
  const inArea = counts.filter((count) => isIn(areaId, count.areaId));
  const chip = (code, label) => ({
    label,
    count: sum(inArea.filter((count) => isIn(code, count.state))),
    href: paths.cohortsWhere({ state: code, areaId }),
    current: state === code
  });
  return [chip(null, "All"), ...COHORT_STATES.map((code) => chip(code, STATE_LABELS[code]))].filter(
    ({ count, current }) => count > 0 || current
  );
}
function areaChips(counts, { state, areaId }) {
  const inState = counts.filter((count) => isIn(state, count.state));
  const areas = [...new Map(counts.map((count) => [count.areaId, count.area]))];
  if (areas.length < 2) return [];
  const chip = (code, label) => ({
    label,
    count: sum(inState.filter((count) => isIn(code, count.areaId))),
    href: paths.cohortsWhere({ state, areaId: code }),
    current: areaId === code
  });
  return [chip(null, "All"), ...areas.map(([code, label]) => chip(code, label))];
}
function isIn(wanted, value) {
  return wanted === null || wanted === value;
}
function sum(counts) {
  return counts.reduce((total, count) => total + count.cohorts, 0);
}
function CohortsPage({ view, said: said2 }) {
  const { cohorts, total, paging, states, areas, newCohort } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Cohorts" }),
    newCohort && /* @__PURE__ */ jsx("div", { className: "toolbar", children: /* @__PURE__ */ jsx(ButtonLink, { href: newCohort, children: "Lay out a cohort" }) }),
    states.length > 1 && /* @__PURE__ */ jsx(FilterChips, { label: "State", chips: states }),
    areas.length > 0 && /* @__PURE__ */ jsx(FilterChips, { label: "Area", chips: areas }),
    cohorts.length === 0 ? /* @__PURE__ */ jsx(EmptyState, { title: "No cohorts here", children: emptyAdvice(view) }) : /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx("p", { className: "govuk-body quiet", children: formatCount("cohort", total) }),
      /* @__PURE__ */ jsx(
        Table,
        {
          stacked: true,
          firstCellIsHeader: true,
          head: ["Cohort", "Where and when", "Progress", "Still taking part", "Open registers"],
          rows: cohorts.map(rowOf$1)
        }
      )
    ] }),
    /* @__PURE__ */ jsx(PageNumbers, { ...paging, hrefOf: (page) => paths.cohortsWhere({ ...paging.filter, page }) })
  ] });
}
function emptyAdvice({ paging: { filter }, newCohort }) {
  if (filter.state || filter.areaId) return "No cohort fits these filters. Choose All to see every cohort.";
  if (newCohort) return "Lay out a cohort to plan its sessions, or bring in a register that hangs on the wall.";
  return "You are on no cohort’s team yet. Ask your coordinator to add you to one.";
}
const STATE_COLOURS = {
  running: "green",
  recruiting: "blue",
  finished: "grey",
  cancelled: "red"
};
function rowOf$1(cohort) {
  return [
    /* @__PURE__ */ jsxs("span", { children: [
      /* @__PURE__ */ jsx("a", { className: "govuk-link govuk-!-font-weight-bold", href: cohort.href, children: cohort.name }),
      " ",
      /* @__PURE__ */ jsx(Tag, { colour: STATE_COLOURS[cohort.state.code], children: cohort.state.label }),
      /* @__PURE__ */ jsx("span", { className: "figure-note", children: cohort.programme })
    ] }, "name"),
    /* @__PURE__ */ jsx(Twice, { first: cohort.where, second: cohort.when }, "where"),
    /* @__PURE__ */ jsx(Twice, { first: cohort.progress, second: cohort.progressNote }, "progress"),
    /* @__PURE__ */ jsx(Twice, { first: cohort.takingPart, second: cohort.takingPartNote }, "taking-part"),
    cohort.openRegisters === 0 ? "none" : /* @__PURE__ */ jsxs("strong", { children: [
      cohort.openRegisters,
      " to fill in"
    ] }, "open")
  ];
}
function Twice({ first, second }) {
  return /* @__PURE__ */ jsxs("span", { children: [
    first,
    second && /* @__PURE__ */ jsx("span", { className: "figure-note", children: second })
  ] });
}
const meta$d = () => pageTitle("Cohorts");
const SAID$5 = { undone: "The import is undone, and its cohort with it." };
function loader$h({ request, context }) {
  const actor = requireAccess(request, context, "read", "cohort");
  return json({ view: readCohortList(context, actor, readFilter(request)), said: said(request, SAID$5) });
}
function Cohorts() {
  const { view, said: sentence2 } = useLoaderData();
  return /* @__PURE__ */ jsx(CohortsPage, { view, said: sentence2 });
}
const route36 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Cohorts,
  loader: loader$h,
  meta: meta$d
}, Symbol.toStringTag, { value: "Module" }));
const PAGE_LENGTH = 20;
function readImportList({ db }, actor, request) {
  const asked = new URL(request.url).searchParams.get("page") ?? "";
  const total = countImports(db, actor);
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  const page = Math.min(/^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1, pages);
  const found = listImportPage(db, actor, { offset: (page - 1) * PAGE_LENGTH, limit: PAGE_LENGTH });
  const imports = found.map(({ id, state, fileName, uploadedBy, uploadedAt, cohortId, cohort, ...counts }) => ({
    state,
    fileName,
    href: paths.import(id),
    undoHref: state === "undone" ? null : paths.importUndo(id),
    who: uploadedBy ?? "By the command line",
    when: formatInstant(uploadedAt),
    cohort: cohortId && cohort ? { name: cohort, href: paths.cohort(cohortId) } : null,
    what: whatCameIn(counts)
  }));
  return { imports, total, page, pages };
}
function whatCameIn({ people, sessions, accepted, refused }) {
  if (people === null || sessions === null || accepted === null || refused === null) return null;
  const cells = `${countInWords(accepted, "cell")} brought in, ${refused} refused`;
  return `${countInWords(people, "person", "people")}, ${countInWords(sessions, "session")}: ${cells}`;
}
function ImportsPage({ view: { imports, page, pages }, said: said2 }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Bring in from paper", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "A register that hangs on the wall becomes a cohort with its past." }) }),
    /* @__PURE__ */ jsx("div", { className: "toolbar", children: /* @__PURE__ */ jsx(ButtonLink, { href: paths.newImport(), children: "Bring in a register" }) }),
    imports.length === 0 ? /* @__PURE__ */ jsx(EmptyState, { title: "Nothing brought in yet", children: "Upload a register to see how it would be read. Nothing is brought in before you have looked at it." }) : /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        firstCellIsHeader: true,
        caption: "What was brought in",
        captionSize: "m",
        head: ["File", "Uploaded", "What came of it", /* @__PURE__ */ jsx(Hidden, { children: "Action" }, "action")],
        rows: imports.map(rowOf)
      }
    ),
    /* @__PURE__ */ jsx(PageNumbers, { page, pages, hrefOf: paths.importsPage })
  ] });
}
const STATES$1 = {
  uploaded: { label: "Not imported yet", colour: "yellow" },
  imported: { label: "Imported", colour: "green" },
  undone: { label: "Undone", colour: "grey" }
};
function rowOf({ state, fileName, href, undoHref, who, when, cohort, what }) {
  return [
    /* @__PURE__ */ jsxs("span", { children: [
      /* @__PURE__ */ jsx("a", { className: "govuk-link govuk-!-font-weight-bold", href, children: fileName }),
      " ",
      /* @__PURE__ */ jsx(Tag, { colour: STATES$1[state].colour, children: STATES$1[state].label })
    ] }, "file"),
    /* @__PURE__ */ jsxs("span", { children: [
      when,
      /* @__PURE__ */ jsx("span", { className: "figure-note", children: who })
    ] }, "uploaded"),
    /* @__PURE__ */ jsxs("span", { children: [
      cohort ? /* @__PURE__ */ jsx("a", { className: "govuk-link", href: cohort.href, children: cohort.name }) : nothingSentence(state),
      what && /* @__PURE__ */ jsx("span", { className: "figure-note", children: what })
    ] }, "what"),
    undoHref && /* @__PURE__ */ jsxs("a", { className: "govuk-link", href: undoHref, children: [
      state === "uploaded" ? "Delete" : "Undo",
      /* @__PURE__ */ jsxs(Hidden, { children: [
        " ",
        fileName
      ] })
    ] }, "undo")
  ];
}
function nothingSentence(state) {
  return state === "undone" ? "Taken back" : "Nothing yet";
}
function Hidden({ children }) {
  return /* @__PURE__ */ jsx("span", { className: "govuk-visually-hidden", children });
}
const meta$c = () => pageTitle("Bring in from paper");
const SAID$4 = { "given-up": "The file is deleted. Nothing of it was imported." };
function loader$g({ request, context }) {
  const actor = requireAccess(request, context, "write", "import");
  return json({ view: readImportList(context, actor, request), said: said(request, SAID$4) });
}
function Imports() {
  const { view, said: sentence2 } = useLoaderData();
  return /* @__PURE__ */ jsx(ImportsPage, { view, said: sentence2 });
}
const route37 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Imports,
  loader: loader$g,
  meta: meta$c
}, Symbol.toStringTag, { value: "Module" }));
const dutiesForm = z.object({
  version: shownVersion(),
  name: requiredText("Enter their name"),
  ...dutiesFields
});
const SENTENCES$4 = DUTIES_SENTENCES;
function formOf({ name, version, roles, areas, sides }) {
  const values = { name, version: String(version), roles, areas: areas.map(({ id }) => id), sides };
  return { values, errors: {} };
}
function staleSentence({ name, roles, areas, sides }) {
  const list = (words) => words.join(", ") || "none";
  return [
    "Somebody changed this while you had it open.",
    `It now says: ${name}; roles: ${list(roles.map((role) => ROLE_NAMES$1[role]))};`,
    `areas: ${list(areas.map((area2) => area2.name))}; sides: ${list(sides.map((side) => SIDE_NAMES[side]))}.`,
    "What you entered is below. Save again to put it in its place"
  ].join(" ");
}
const ROLE_HINTS = {
  facilitator: "Takes registers and logs for the cohorts whose team they are on.",
  coordinator: "Lays out cohorts and adds people, in the areas and on the sides below.",
  lead: "Reads everything, arranges any cohort and decides what needs a decision.",
  administrator: "Keeps staff, places and closures. Sees nobody who takes part."
};
function DutiesFields({ form, areas }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(
      CheckboxesField,
      {
        form,
        name: "roles",
        legend: "Roles",
        legendSize: "m",
        hint: "Choose all that apply.",
        items: ROLES.map((role) => ({ value: role, label: ROLE_NAMES$1[role], hint: ROLE_HINTS[role] }))
      }
    ),
    areas.length > 0 ? /* @__PURE__ */ jsx(
      CheckboxesField,
      {
        form,
        name: "areas",
        legend: "Areas that they arrange",
        legendSize: "m",
        hint: "A coordinator needs at least one.",
        small: true,
        items: areas.map(({ id, name }) => ({ value: id, label: name }))
      }
    ) : /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "There is no area yet. Add one under Places before you invite a coordinator." }),
    /* @__PURE__ */ jsx(
      CheckboxesField,
      {
        form,
        name: "sides",
        legend: "Sides that they arrange",
        legendSize: "m",
        hint: "The two sides of a family are kept apart. Choose both only if your lead has decided so.",
        small: true,
        items: SIDES.map((side) => ({ value: side, label: SIDE_NAMES[side] }))
      }
    )
  ] });
}
const STATE_SENTENCES = {
  active: "Signs in with this address.",
  invited: "Invited: has not chosen a password yet.",
  deactivated: "Closed: cannot sign in. A new link opens the account again."
};
function StaffMemberPage({ member, areas, isSelf, form }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.staff() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { caption: member.email, title: member.name, children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: STATE_SENTENCES[member.state] }) }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(HiddenField, { name: "version", value: textOf(form, "version") }),
      /* @__PURE__ */ jsx(TextField, { form, name: "name", label: "Name", labelSize: "m", autoComplete: "off", width: 30 }),
      /* @__PURE__ */ jsx(DutiesFields, { form, areas }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Save duties" })
    ] }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "The account" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: isSelf ? "This is your own account. Another administrator can close it." : "A new link lets them choose a new password. Closing the account signs them out everywhere." }),
    /* @__PURE__ */ jsxs("div", { className: "govuk-button-group", children: [
      /* @__PURE__ */ jsx(ButtonLink, { variant: "secondary", href: paths.staffLink(member.id), children: "Make a new link" }),
      !isSelf && member.state !== "deactivated" && /* @__PURE__ */ jsx(ButtonLink, { variant: "warning", href: paths.staffDeactivation(member.id), children: "Close the account" })
    ] })
  ] });
}
const meta$b = () => pageTitle("Member of staff");
function loader$f({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "staff");
  const member = orNotFound(findStaffMember(context.db, actor, asId(params.staffId)));
  const areas = listPlaces(context.db, actor).map(({ id, name }) => ({ id, name }));
  return json({ member, areas, isSelf: actor.staffId === member.id });
}
async function action$9({ request, context, params }) {
  const actor = requireAccess(request, context, "write", "staff");
  const staffId = asId(params.staffId);
  orNotFound(findStaffMember(context.db, actor, staffId));
  const read = await readForm(request, dutiesForm);
  if (!read.ok) return formErrors(read.form);
  const { areas: areaIds, ...duties } = read.value;
  const outcome = changeDuties(context, actor, { staffId, ...duties, areaIds });
  if (outcome.done) return redirect(paths.staff("changed"));
  if (outcome.code !== "changed-meanwhile") return answerRefusal(outcome, read.form, SENTENCES$4);
  const now = outcome.details.now;
  return answerStale(read.form, now.version, staleSentence(now));
}
function StaffMember() {
  var _a;
  const { member, areas, isSelf } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? formOf(member);
  return /* @__PURE__ */ jsx(StaffMemberPage, { member, areas, isSelf, form });
}
const route38 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$9,
  default: StaffMember,
  loader: loader$f,
  meta: meta$b
}, Symbol.toStringTag, { value: "Module" }));
const meta$a = () => pageTitle("Accessibility");
function Accessibility() {
  return /* @__PURE__ */ jsx("div", { className: "govuk-grid-row", children: /* @__PURE__ */ jsxs("div", { className: "govuk-grid-column-two-thirds", children: [
    /* @__PURE__ */ jsx("h1", { className: "govuk-heading-l", children: "Accessibility" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Plumbline is made to the Web Content Accessibility Guidelines, version 2.2, level AA. Every page works with the keyboard alone, with JavaScript switched off, on a screen 320 pixels wide, and at 400% zoom. Colour is never the only sign." }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "What we check" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "An automatic check runs over the pages with every change. It finds many faults and not all: the pages have not yet been tested by people who use assistive technology every day." }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "What to do when something does not work for you" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Tell your administrator what you wanted to do and what happened. On the register, letter keys can be switched off below the list of names." })
  ] }) });
}
const route39 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Accessibility,
  meta: meta$a
}, Symbol.toStringTag, { value: "Module" }));
function loader$e({ request, context }) {
  requireAccess(request, context, "write", "own-calendar");
  return redirect(paths.myCalendar());
}
function action$8({ request, context }) {
  const actor = requireAccess(request, context, "write", "own-calendar");
  const outcome = endCalendarFeed(context, actor);
  if (!outcome.done) throw notFound();
  return redirect(paths.myCalendar("ended"));
}
const route40 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$8,
  loader: loader$e
}, Symbol.toStringTag, { value: "Module" }));
function PeoplePage({ view }) {
  const { people, counts, everybody, page, pages } = view;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(PageHeader, { title: "People" }),
    /* @__PURE__ */ jsx(
      FilterChips,
      {
        label: "Show",
        chips: [
          { label: "With a place now", count: counts.now, href: paths.people(), current: !everybody },
          { label: "Everybody", count: counts.everybody, href: `${paths.people()}?show=everybody`, current: everybody }
        ]
      }
    ),
    people.length === 0 ? /* @__PURE__ */ jsx(EmptyState, { title: "Nobody here", children: "People are added on the page of their cohort." }) : /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        firstCellIsHeader: true,
        caption: everybody ? "Everybody" : "People with a place now",
        captionClassName: "govuk-visually-hidden",
        head: ["Name", "Reference", "Cohort", "Place"],
        rows: people.map(({ id, name, reference, places }) => [
          /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.person(id), children: name }, "name"),
          reference,
          places.map(({ cohort }) => cohort).join(", "),
          places.map(({ state }) => state).join(", ")
        ])
      }
    ),
    pages > 1 && /* @__PURE__ */ jsx(Pages, { page, pages, everybody })
  ] });
}
function Pages({ page, pages, everybody }) {
  const at = (number) => `${paths.people()}?${everybody ? "show=everybody&" : ""}page=${number}`;
  const items = Array.from({ length: pages }, (_, index) => ({
    number: index + 1,
    href: at(index + 1),
    current: index + 1 === page
  }));
  return /* @__PURE__ */ jsx(
    Pagination,
    {
      items,
      previous: page > 1 ? { href: at(page - 1) } : void 0,
      next: page < pages ? { href: at(page + 1) } : void 0
    }
  );
}
const PER_PAGE = 50;
function peopleView({ db }, actor, { everybody, page }) {
  const people = listPeople(db, actor);
  const places = Map.groupBy(
    listEnrolmentsOfPeople(
      db,
      actor,
      people.map(({ id }) => id)
    ),
    ({ personId }) => personId
  );
  const rows = people.map(({ id, givenName, familyName, reference }) => {
    const own = (places.get(id) ?? []).toSorted(
      (one, other) => Number(isActive(other.state)) - Number(isActive(one.state))
    );
    const shown = own.map(({ cohort, state }) => ({
      cohort,
      state: ENROLMENT_STATE_LABELS[state],
      goesOn: isActive(state)
    }));
    return { id, name: `${familyName}, ${givenName}`, reference, places: shown };
  });
  const active = rows.filter((row) => row.places.some(({ goesOn }) => goesOn));
  const listed = everybody ? rows : active;
  const pages = Math.max(1, Math.ceil(listed.length / PER_PAGE));
  const current = Number.isInteger(page) && page >= 1 && page <= pages ? page : 1;
  return {
    people: listed.slice((current - 1) * PER_PAGE, current * PER_PAGE),
    counts: { now: active.length, everybody: rows.length },
    everybody,
    page: current,
    pages
  };
}
const meta$9 = () => pageTitle("People");
function loader$d({ request, context }) {
  const actor = requireAccess(request, context, "read", "person");
  const search = new URL(request.url).searchParams;
  const page = Number(search.get("page") ?? "1");
  return json(peopleView(context, actor, { everybody: search.get("show") === "everybody", page }));
}
function People$1() {
  return /* @__PURE__ */ jsx(PeoplePage, { view: useLoaderData() });
}
const route41 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: People$1,
  loader: loader$d,
  meta: meta$9
}, Symbol.toStringTag, { value: "Module" }));
const meta$8 = () => pageTitle("Places");
const SAID$3 = {
  "area-added": "The area is added. Now add its venues.",
  "area-changed": "The area is changed."
};
function loader$c({ request, context }) {
  const actor = requireAccess(request, context, "read", "places");
  return json({
    areas: listPlaces(context.db, actor),
    mayChange: mayAtAll$1(actor, "write", "places"),
    said: said(request, SAID$3)
  });
}
function Places() {
  const { areas, mayChange, said: said2 } = useLoaderData();
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Places", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "The areas that you work in, and the venues and rooms where cohorts meet." }) }),
    mayChange && /* @__PURE__ */ jsx(ButtonLink, { href: paths.newArea(), children: "Add an area" }),
    areas.length === 0 && /* @__PURE__ */ jsx(EmptyState, { title: "No areas yet", children: "Every cohort and every coordinator belongs to an area." }),
    areas.map((area2) => /* @__PURE__ */ jsx(AreaCard, { area: area2, mayChange }, area2.id))
  ] });
}
function AreaCard({ area: area2, mayChange }) {
  const actions = [
    { href: paths.area(area2.id), text: "Change area" },
    { href: paths.newVenue(area2.id), text: "Add a venue" }
  ];
  const rows = area2.venues.map((venue) => ({
    key: venue.name,
    value: venue.rooms.map(({ name }) => name).join(", ") || /* @__PURE__ */ jsx("span", { className: "quiet", children: "No rooms" }),
    actions: mayChange ? [{ href: paths.venue(venue.id), text: "Rooms and name", about: `of ${venue.name}` }] : void 0
  }));
  const none = [{ key: "No venues yet", value: "Cohorts of this area can meet online." }];
  return /* @__PURE__ */ jsx(
    SummaryList,
    {
      card: { title: `${area2.name}, ${NATION_NAMES[area2.nation]}`, actions: mayChange ? actions : void 0 },
      rows: rows.length > 0 ? rows : none
    }
  );
}
const route42 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Places,
  loader: loader$c,
  meta: meta$8
}, Symbol.toStringTag, { value: "Module" }));
const EVERYWHERE = "everywhere";
const WHERE = "Choose what is closed";
const closureForm = withDays(
  ["from", "to"],
  z.object({
    label: requiredText("Enter the reason, such as “Christmas closure”", 60),
    where: z.string(WHERE).min(1, WHERE).transform((where) => where === EVERYWHERE ? null : asId(where)),
    from: typedDay({ missing: "Enter the first day" }),
    to: typedDay({ missing: "Enter the last day" })
  })
);
const SENTENCES$3 = {
  "unknown-venue": () => ({
    field: "where",
    sentence: "Choose a venue from the list. The one that you chose is not there any more"
  }),
  "ends-before-start": ({ from }) => ({
    field: "to",
    sentence: `Enter a last day on or after ${dayInWords(from)}`
  }),
  "closure-too-long": ({ most }) => ({ field: "to", sentence: `A closure lasts at most ${most} days. Check the year` }),
  "closed-already": () => ({ field: "from", sentence: "There is a closure on exactly these days already" })
};
const meta$7 = () => pageTitle("Add a closure");
function loader$b({ request, context }) {
  const actor = requireAccess(request, context, "write", "closures");
  const places = listPlaces(context.db, actor);
  return json({
    venues: places.flatMap(
      (area2) => area2.venues.map(({ id, name }) => ({ value: id, label: `${name} (${area2.name})` }))
    )
  });
}
async function action$7({ request, context }) {
  const actor = requireAccess(request, context, "write", "closures");
  const read = await readForm(request, closureForm);
  if (!read.ok) return formErrors(read.form);
  const { where: venueId, ...closure } = read.value;
  const outcome = addClosure(context, actor, { ...closure, venueId });
  return outcome.done ? redirect(paths.closures("added")) : answerRefusal(outcome, read.form, SENTENCES$3);
}
function NewClosure() {
  var _a;
  const { venues } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.closures() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Add a closure", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Sessions that are laid out already stay where they are. Move them on the page of each cohort." }) }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(TextField, { form, name: "label", label: "Reason", hint: "For example, Christmas closure", width: 30 }),
      /* @__PURE__ */ jsx(
        SelectField,
        {
          form,
          name: "where",
          label: "What is closed",
          options: [{ value: EVERYWHERE, label: "The whole organisation" }, ...venues]
        }
      ),
      /* @__PURE__ */ jsx(DateField, { form, name: "from", legend: "First day" }),
      /* @__PURE__ */ jsx(DateField, { form, name: "to", legend: "Last day", hint: "The same as the first when it is one day" }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Add closure" })
    ] })
  ] });
}
const route43 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$7,
  default: NewClosure,
  loader: loader$b,
  meta: meta$7
}, Symbol.toStringTag, { value: "Module" }));
const meta$6 = () => pageTitle("Staff");
const SAID$2 = {
  changed: "Their duties are changed. They count from the next page that they open.",
  deactivated: "The account is closed. Its owner is signed out everywhere."
};
function loader$a({ request, context }) {
  const actor = requireAccess(request, context, "read", "staff");
  return { staff: listStaff(context.db, actor), said: said(request, SAID$2) };
}
const STATES = {
  active: { text: "Active", colour: "green" },
  invited: { text: "Invited", colour: "yellow" },
  deactivated: { text: "Closed", colour: "grey" }
};
function Staff() {
  const { staff, said: said2 } = useLoaderData();
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Staff", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Who can sign in, and what they may do. Invite somebody by a link that works once." }) }),
    /* @__PURE__ */ jsx(ButtonLink, { href: paths.newStaff(), children: "Invite somebody" }),
    /* @__PURE__ */ jsx(
      Table,
      {
        stacked: true,
        firstCellIsHeader: true,
        caption: "Everybody with an account",
        captionClassName: "govuk-visually-hidden",
        head: ["Name", "Roles", "Areas and sides", "Account"],
        rows: staff.map((member) => [
          /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.staffMember(member.id), children: member.name }, "name"),
          member.roles.map((role) => ROLE_NAMES$1[role]).join(", "),
          /* @__PURE__ */ jsx(Arranges, { member }, "arranges"),
          /* @__PURE__ */ jsx(Tag, { colour: STATES[member.state].colour, children: STATES[member.state].text }, "state")
        ])
      }
    )
  ] });
}
function Arranges({ member }) {
  const areas = member.areas.map(({ name }) => name).join(", ");
  const sides = member.sides.map((side) => SIDE_NAMES[side]).join(", ");
  if (!areas && !sides) return /* @__PURE__ */ jsx("span", { className: "quiet", children: "None" });
  return /* @__PURE__ */ jsxs("span", { children: [
    areas,
    areas && sides && /* @__PURE__ */ jsx("br", {}),
    sides && /* @__PURE__ */ jsx("span", { className: "quiet", children: sides })
  ] });
}
const route44 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Staff,
  loader: loader$a,
  meta: meta$6
}, Symbol.toStringTag, { value: "Module" }));
const SKIP_WORDS = { "bank-holiday": "Bank holiday", closure: "Closed", "skipped-week": "Left out" };
function planView(context, actor, draft, planned2) {
  const { laidOut, fewFacilitators, fingerprint, programme } = planned2;
  const names = new Map(listFacilitators(context.db, actor).map(({ id, name }) => [id, name]));
  const clashesOf = (session) => planned2.clashes.filter(({ planNumber }) => planNumber === session.planNumber).map(
    (clash) => sentenceForClash(clash, clash.kind === "facilitator-double-booked" ? names.get(clash.staffId) ?? "" : "")
  );
  const sessions = inDisplayOrder(laidOut.sessions).map((session) => {
    const { planNumber: number, time } = session;
    const title = planNumbered(programme, number).title;
    const times = time ? formatTimeSpan(time.startTime, time.lengthMinutes) : "Various times";
    return { kind: "session", number, day: (time == null ? void 0 : time.day) ?? null, title, times, clashes: clashesOf(session) };
  });
  return {
    name: draft.name,
    facts: factsOf(context, actor, draft, planned2),
    lines: inDateOrder(sessions, laidOut.skipped),
    strip: laidOut.sessions.map(({ planNumber, time }) => ({
      number: planNumber,
      day: (time == null ? void 0 : time.day) ?? null,
      state: "to-come"
    })),
    firstDay: laidOut.firstDay,
    lastDay: laidOut.lastDay,
    skippedDays: laidOut.skipped.length,
    clashing: new Set(planned2.clashes.map(({ planNumber }) => planNumber)).size,
    notes: notesOf(draft, planned2, context.clock.now()),
    fewFacilitators,
    fingerprint
  };
}
function inDateOrder(sessions, skipped) {
  const days = skipped.map(({ date, reasons }) => {
    const why = reasons.map(({ kind, label }) => `${SKIP_WORDS[kind]}: ${label}`).join(". ");
    return { kind: "skipped", day: date, why };
  });
  const dated = sessions.filter(({ day }) => day !== null);
  return [
    ...sessions.filter(({ day }) => day === null),
    ...[...dated, ...days].toSorted((one, other) => one.day < other.day ? -1 : 1)
  ];
}
function factsOf(context, actor, { place, leadId, coFacilitatorIds, places, areaId }, planned2) {
  const options = listCohortOptions(context, actor);
  const labelOf = (list, value) => {
    var _a;
    return ((_a = list.find((one) => one.value === value)) == null ? void 0 : _a.label) ?? "";
  };
  const team = [leadId, ...coFacilitatorIds].map((id) => labelOf(options.facilitators, id));
  return [
    { key: "Programme", value: programmeLabel(planned2.programme) },
    { key: "Area", value: labelOf(options.areas, areaId) },
    { key: "Bank holidays of", value: NATION_NAMES[planned2.nation] },
    { key: "Where", value: labelOf(options.places, placeValue(place)) },
    {
      key: "Team",
      value: `${team[0]} (lead)${team.slice(1).map((name) => `, ${name}`).join("")}`
    },
    { key: "Places", value: String(places) }
  ];
}
function notesOf(draft, { laidOut, programme, holidaysKnownUntil }, now) {
  const { min, max } = programme.thresholds.groupSize;
  const past = laidOut.sessions.filter(({ time }) => time !== null && time.endsAt <= now).length;
  const isBeyond = laidOut.lastDay !== null && (holidaysKnownUntil === null || laidOut.lastDay > holidaysKnownUntil);
  return [
    past > 0 && `${countInWords(past, "of these sessions is", "of these sessions are")} in the past: save it to type up its registers.`,
    (draft.places < min || draft.places > max) && `The programme is meant for ${min} to ${max} people.`,
    isBeyond && (holidaysKnownUntil === null ? "No bank holidays are listed for this nation. Check the dates yourself." : `Bank holidays are listed only until ${dayInWords(holidaysKnownUntil)}. Check the dates after that yourself.`)
  ].filter((note) => note !== false);
}
const WEEKS = "Enter one week a line, such as 16 February 2026, or 30 March to 10 April 2026";
function sentenceForWeeks({ code, details }) {
  switch (code) {
    case "week-not-understood":
      return `Line ${details.line}, “${String(details.text).slice(0, 40)}”, is not a week. ${WEEKS}`;
    case "week-ends-before-start": {
      const { line: line2, from, to } = details;
      return `Line ${line2} ends on ${dayInWords(to)}, before it starts on ${dayInWords(from)}. Change one of the two days`;
    }
    case "week-label-too-long":
      return `Line ${details.line} has a label of more than ${details.most} characters. Shorten it`;
    case "too-many-weeks":
      return `Enter at most ${details.most} weeks`;
  }
}
const layOut = (field, code) => ({
  [code]: (details) => ({ field, sentence: sentenceForLayOut({ done: false, code, details }) })
});
const SENTENCES$2 = {
  ...COHORT_SENTENCES,
  ...layOut("programme", "no-plans"),
  ...layOut("time1", "no-slot"),
  ...layOut("time2", "slot-twice"),
  ...layOut("time2", "slots-overlap"),
  ...layOut("programme", "length-out-of-range"),
  ...layOut("skippedWeeks", "closure-ends-before-start"),
  ...layOut("time1", "start-in-clock-change-gap"),
  ...layOut("skippedWeeks", "never-clear")
};
const PLAN_SENTENCES = {
  "plan-changed": {
    status: 409,
    field: "form",
    sentence: "The dates changed since you looked at them. Here they are as they stand now. Check them, then save"
  },
  clashes: { status: 422, field: "form", sentence: "A cohort with clashes cannot be saved. Change something first" },
  "warning-not-accepted": {
    status: 422,
    field: "accept",
    sentence: "Tick that you know that there are too few facilitators, or change the team"
  }
};
function answerPlan(context, { actor, draft, form }) {
  const outcome = planCohort(context, context.db, actor, draft);
  if (!outcome.done) return answerRefusal(outcome, form, SENTENCES$2);
  const plan = planView(context, actor, draft, outcome.value);
  return json({ form, plan, cohortId: context.ids.next() });
}
function answerSave(context, { actor, draft, form }) {
  const typed = textOf(form, "cohortId");
  const cohortId = /^[a-z0-9]{8,40}$/.test(typed) ? asId(typed) : context.ids.next();
  const confirmation = {
    fingerprint: textOf(form, "fingerprint"),
    accepted: textOf(form, "accept") === "yes",
    cohortId
  };
  const outcome = layOutCohort(context, actor, draft, confirmation);
  if (outcome.done) return redirect(paths.cohort(outcome.value, "laid-out"));
  const { code, details } = outcome;
  if (code !== "plan-changed" && code !== "clashes" && code !== "warning-not-accepted") {
    return answerRefusal(outcome, form, SENTENCES$2);
  }
  const { field, sentence: sentence2, status } = PLAN_SENTENCES[code];
  const plan = planView(context, actor, draft, details.planned);
  return json({ form: { ...form, errors: { [field]: sentence2 } }, plan, cohortId }, { status });
}
const STEP_FIELDS = ["intent", "fingerprint", "cohortId", "accept"];
function layOutForm(programmes) {
  const cohort = z.object({
    ...cohortFields(programmes),
    time1: slot({ needed: true }),
    time2: slot({ needed: false }),
    earliestStart: typedDay({ missing: "Enter the earliest start" }).refine(
      (day) => day === void 0 || "2000" <= day && day < "2100",
      "Enter a year from 2000 to 2099"
    ),
    skippedWeeks: z.string("Answer this once").max(3e3, "Enter at most 30 weeks").default("").transform(weeksFrom),
    bankHolidays: z.enum(["", "run"], "Choose only what the page offers").default("")
  });
  const gathered = z.preprocess((values) => withSlots(values), cohort);
  return withDays(["earliestStart"], gathered).transform(({ time1, time2, bankHolidays, ...rest }) => ({
    ...rest,
    slots: [time1, time2].filter((one) => one !== null),
    runsOnBankHoliday: bankHolidays === "run"
  }));
}
function weeksFrom(text, issues) {
  const weeks = readSkippedWeeks(text);
  if (weeks.done) return weeks.value;
  issues.addIssue({ code: "custom", message: sentenceForWeeks(weeks) });
  return [];
}
function withSlots(sent) {
  return { ...sent, time1: [sent.weekday1 ?? "", sent.time1 ?? ""], time2: [sent.weekday2 ?? "", sent.time2 ?? ""] };
}
function slot({ needed }) {
  const once = "Enter each weekday and start time once";
  return z.tuple([z.string(once), z.string(once)], once).transform(([weekday, typed], issues) => {
    const refuse2 = (message) => {
      issues.addIssue({ code: "custom", message });
      return null;
    };
    const time = typed.trim();
    if (!weekday && !time) return needed ? refuse2("Choose a weekday and enter a start time") : null;
    if (!time) return refuse2("Enter a start time, such as 6:30pm");
    const startTime = parseTypedTime(time);
    if (!startTime) return refuse2(`“${time.slice(0, 20)}” is not a start time. Enter it as 6:30pm or 18:30`);
    const named2 = WEEKDAYS.find((one) => one === weekday);
    return named2 ? { weekday: named2, startTime } : refuse2("Choose the weekday of this start time");
  });
}
function MissingForLayOut({ options }) {
  const missing = [
    options.areas.length === 0 && "There is no area that you arrange.",
    options.facilitators.length === 0 && "Nobody with an active account is a facilitator."
  ].filter((sentence2) => sentence2 !== false);
  if (missing.length === 0) return null;
  return /* @__PURE__ */ jsxs(WarningText, { children: [
    missing.join(" "),
    " Ask your administrator to set this up first."
  ] });
}
function LayOutPage({ options, form }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.cohorts() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Lay out a cohort", children: /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "You see every date before anything is saved." }) }),
    /* @__PURE__ */ jsx(MissingForLayOut, { options }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(CohortFields, { options, form }),
      /* @__PURE__ */ jsx(When, { form }),
      /* @__PURE__ */ jsx(Button, { name: "intent", value: "plan", preventDoubleClick: true, children: "Show the dates" })
    ] })
  ] });
}
const WEEKDAY_OPTIONS = [
  { value: "", label: "Choose" },
  ...WEEKDAYS.map((day) => ({ value: day, label: `${day.charAt(0).toUpperCase()}${day.slice(1)}` }))
];
function When({ form }) {
  return /* @__PURE__ */ jsxs(Fieldset, { legend: "When", legendSize: "m", children: [
    /* @__PURE__ */ jsx(
      DateField,
      {
        form,
        name: "earliestStart",
        legend: "Earliest start",
        hint: "The first session is on this day or the next weekday that fits. For example, 4 5 2026"
      }
    ),
    /* @__PURE__ */ jsxs("div", { className: "fields-in-line", children: [
      /* @__PURE__ */ jsx(SelectField, { form, name: "weekday1", label: "Weekday", options: WEEKDAY_OPTIONS }),
      /* @__PURE__ */ jsx(TimeField, { form, name: "time1", label: "Start time" })
    ] }),
    /* @__PURE__ */ jsxs("div", { className: "fields-in-line", children: [
      /* @__PURE__ */ jsx(
        SelectField,
        {
          form,
          name: "weekday2",
          label: "Second weekday, if it meets twice a week",
          options: WEEKDAY_OPTIONS
        }
      ),
      /* @__PURE__ */ jsx(TimeField, { form, name: "time2", label: "Second start time" })
    ] }),
    /* @__PURE__ */ jsx(
      TextareaField,
      {
        form,
        name: "skippedWeeks",
        label: "Weeks to skip",
        hint: "One a line. A day stands for its whole week: 16 February 2026. Or some days, with a reason: 30 March to 10 April 2026, Easter.",
        rows: 4
      }
    ),
    /* @__PURE__ */ jsx(
      CheckboxesField,
      {
        form,
        name: "bankHolidays",
        items: [{ value: "run", label: "It meets on bank holidays too" }]
      }
    )
  ] });
}
function PlanPage({ plan, form, cohortId }) {
  const { name, facts, lines, strip, firstDay, lastDay, notes, clashing, fewFacilitators } = plan;
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsxs(PageHeader, { caption: "Not saved yet", title: `${name}: every date`, children: [
      /* @__PURE__ */ jsxs("p", { className: "govuk-body-l", children: [
        firstDay && lastDay ? `From ${formatDay(firstDay)} to ${formatDay(lastDay)}. ` : "",
        plan.skippedDays === 0 ? "No day is skipped." : `${formatCount("day", plan.skippedDays)} skipped.`
      ] }),
      /* @__PURE__ */ jsx(SessionStrip, { sessions: strip, label: "The sessions as they would be" })
    ] }),
    clashing > 0 && /* @__PURE__ */ jsxs(WarningText, { children: [
      formatCount("session", clashing),
      " cannot be held as planned. Change the day, the time, the place or the team."
    ] }),
    notes.map((note) => /* @__PURE__ */ jsx(InsetText, { children: note }, note)),
    /* @__PURE__ */ jsx(DatesTable, { lines }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "The cohort" }),
    /* @__PURE__ */ jsx(SummaryList, { rows: facts }),
    /* @__PURE__ */ jsxs("form", { method: "post", children: [
      /* @__PURE__ */ jsx(TypedAgain, { form }),
      /* @__PURE__ */ jsx(HiddenField, { name: "fingerprint", value: plan.fingerprint }),
      /* @__PURE__ */ jsx(HiddenField, { name: "cohortId", value: cohortId }),
      clashing === 0 && fewFacilitators && /* @__PURE__ */ jsx(
        CheckboxesField,
        {
          form,
          name: "accept",
          legend: `The programme wants ${fewFacilitators.wanted} facilitators and this team has ${fewFacilitators.named}`,
          legendSize: "s",
          items: [{ value: "yes", label: "I know, and will find more before the first session" }]
        }
      ),
      /* @__PURE__ */ jsxs("div", { className: "govuk-button-group", children: [
        clashing === 0 && /* @__PURE__ */ jsx(Button, { name: "intent", value: "save", preventDoubleClick: true, children: "Save cohort" }),
        /* @__PURE__ */ jsx(Button, { name: "intent", value: "change", variant: clashing === 0 ? "secondary" : void 0, children: "Change something" })
      ] })
    ] })
  ] });
}
function DatesTable({ lines }) {
  return /* @__PURE__ */ jsx(
    Table,
    {
      stacked: true,
      firstCellIsHeader: true,
      caption: "Every date",
      captionSize: "m",
      head: ["Session", "When", "To know"],
      rows: lines.map((line2) => line2.kind === "session" ? sessionRow(line2) : skippedRow(line2))
    }
  );
}
function sessionRow({ number, title, day, times, clashes }) {
  const note = clashes.length > 0 ? /* @__PURE__ */ jsx(Clashes, { clashes }, "clashes") : NOTHING;
  return [/* @__PURE__ */ jsx(SessionName, { number, title }, "name"), day ? `${formatDay(day)}, ${times}` : times, note];
}
function skippedRow({ day, why }) {
  return [
    /* @__PURE__ */ jsx("span", { className: "quiet", children: "No session" }, "name"),
    /* @__PURE__ */ jsx("s", { className: "quiet", children: formatDay(day) }, "when"),
    /* @__PURE__ */ jsx("span", { className: "quiet", children: why }, "why")
  ];
}
const NOTHING = { content: "", className: "table__cell--empty" };
function SessionName({ number, title }) {
  const plain = `Session ${number}`;
  return title === plain ? plain : `${plain}: ${title}`;
}
function Clashes({ clashes }) {
  return /* @__PURE__ */ jsx("span", { children: clashes.map((clash) => /* @__PURE__ */ jsxs("span", { className: "plan-clash", children: [
    /* @__PURE__ */ jsx(Tag, { colour: "red", children: "Clash" }),
    " ",
    clash
  ] }, clash)) });
}
function TypedAgain({ form }) {
  return Object.keys(form.values).filter((name) => !STEP_FIELDS.some((step) => step === name)).flatMap(
    (name) => listOf(form, name).map((value) => /* @__PURE__ */ jsx(HiddenField, { name, value }, `${name} ${value}`))
  );
}
const meta$5 = () => pageTitle("Lay out a cohort");
function loader$9({ request, context }) {
  const actor = requireAccess(request, context, "write", "cohort");
  return json(listCohortOptions(context, actor));
}
async function action$6({ request, context }) {
  const actor = requireAccess(request, context, "write", "cohort");
  const sent = await readSentForm(request);
  const intent = textOf({ values: sent.values, errors: {} }, "intent");
  if (intent === "change") return json({ form: { values: sent.values, errors: {} } });
  const read = checkForm(sent, layOutForm(context.content.programmes));
  if (!read.ok) return formErrors(read.form);
  const step = { actor, draft: read.value, form: read.form };
  return intent === "save" ? answerSave(context, step) : answerPlan(context, step);
}
function NewCohort() {
  const options = useLoaderData();
  const { form, plan, cohortId } = useActionData() ?? { form: EMPTY_FORM };
  if (plan && cohortId) return /* @__PURE__ */ jsx(PlanPage, { plan, form, cohortId });
  return /* @__PURE__ */ jsx(LayOutPage, { options, form });
}
const route45 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$6,
  default: NewCohort,
  loader: loader$9,
  meta: meta$5
}, Symbol.toStringTag, { value: "Module" }));
function loader$8({ context }) {
  const isWell = answers(() => hasAnyStaff(context.db));
  return new Response(isWell ? "OK" : "The database does not answer", {
    status: isWell ? 200 : 503,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }
  });
}
function answers(read) {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
const route46 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  loader: loader$8
}, Symbol.toStringTag, { value: "Module" }));
function FileUpload({ className, ...props }) {
  const { question, control, error } = splitQuestion(props);
  return /* @__PURE__ */ jsx(Question, { ...question, children: /* @__PURE__ */ jsx(
    "input",
    {
      className: classNames("govuk-file-upload", className, error && "govuk-file-upload--error"),
      type: "file",
      ...control
    }
  ) });
}
function FileField({ form, ...props }) {
  return /* @__PURE__ */ jsx(FileUpload, { error: form.errors[props.name], ...props });
}
async function answerUpload(context, actor, sent) {
  const [file, ...others] = sent.files("register");
  if (!file) return refuse("Choose the register as a file, an Excel workbook (.xlsx) or a CSV file", 400);
  if (others.length > 0) return refuse("Choose one file at a time", 400);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const workbook = await readSpreadsheet(bytes, file.name);
  if (!workbook.done) return refuse(fileSentence(workbook), 400);
  const upload = uploadRegister(context, actor, { fileName: file.name, bytes, workbook: workbook.value });
  if (upload.done) return redirect(paths.import(upload.value));
  if (upload.code === "not-found") throw notFound();
  return refuse(notARegisterSentence(upload), 422);
}
function refuse(sentence2, status) {
  return formErrors({ values: {}, errors: { register: sentence2 } }, status);
}
const meta$4 = () => pageTitle("Bring in a register");
function loader$7({ request, context }) {
  requireAccess(request, context, "write", "import");
  return json({ megabytes: LIMITS.fileBytes / 1024 / 1024 });
}
async function action$5({ request, context }) {
  const actor = requireAccess(request, context, "write", "import");
  return answerUpload(context, actor, await readSentForm(request));
}
function NewImport() {
  const { megabytes } = useLoaderData();
  const { form } = useActionData() ?? { form: EMPTY_FORM };
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.imports() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Bring in a register", children: /* @__PURE__ */ jsx("p", { className: "govuk-body-l", children: "Turn the register that hangs on the wall into a cohort with its past: people, sessions and marks." }) }),
    /* @__PURE__ */ jsxs("ol", { className: "govuk-list govuk-list--number", children: [
      /* @__PURE__ */ jsx("li", { children: "You see how every date and every mark was read, and say what is unclear." }),
      /* @__PURE__ */ jsx("li", { children: "You choose the cohort that it becomes." }),
      /* @__PURE__ */ jsx("li", { children: "You see what would be brought in, and what would not, before anything is." })
    ] }),
    /* @__PURE__ */ jsxs("form", { method: "post", encType: "multipart/form-data", noValidate: true, children: [
      /* @__PURE__ */ jsx(
        FileField,
        {
          form,
          name: "register",
          label: "The register",
          labelSize: "m",
          hint: `An Excel workbook (.xlsx) or a CSV file, at most ${megabytes} MB`,
          accept: ".xlsx,.csv"
        }
      ),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Upload" })
    ] }),
    /* @__PURE__ */ jsxs(Details, { summary: "What the sheet should look like", children: [
      /* @__PURE__ */ jsxs("ul", { className: "govuk-list govuk-list--bullet", children: [
        /* @__PURE__ */ jsx("li", { children: "the dates of the sessions across the top" }),
        /* @__PURE__ */ jsx("li", { children: "one person on each row, with a name and, if you have it, a reference" }),
        /* @__PURE__ */ jsx("li", { children: "a mark where the two meet: a tick, a letter or a word" }),
        /* @__PURE__ */ jsx("li", { children: "the key to the marks anywhere on the sheet" })
      ] }),
      /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Totals and notes may stay. They are not brought in. The file is deleted from here once it is imported." })
    ] })
  ] });
}
const route47 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$5,
  default: NewImport,
  loader: loader$7,
  meta: meta$4
}, Symbol.toStringTag, { value: "Module" }));
const EMAIL = "Enter an email address, such as name@example.org";
const invitationForm = z.object({
  name: requiredText("Enter their name"),
  email: z.string(EMAIL).trim().min(1, "Enter their email address").max(254, "Enter a shorter email address").pipe(z.email(EMAIL)),
  ...dutiesFields
});
const SENTENCES$1 = {
  ...DUTIES_SENTENCES,
  "email-in-use": () => ({
    field: "email",
    sentence: "Somebody has an account with this address already. Open their page to make a new link"
  })
};
const meta$3 = () => pageTitle("Invite somebody");
function loader$6({ request, context }) {
  const actor = requireAccess(request, context, "write", "staff");
  return { areas: listPlaces(context.db, actor).map(({ id, name }) => ({ id, name })) };
}
async function action$4({ request, context }) {
  const actor = requireAccess(request, context, "write", "staff");
  const read = await readForm(request, invitationForm);
  if (!read.ok) return formErrors(read.form);
  const { areas: areaIds, ...person } = read.value;
  const outcome = inviteStaff(context, actor, { ...person, areaIds });
  if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES$1);
  const address = `${context.config.publicUrl}${paths.invitation(outcome.value.linkSecret)}`;
  return json({ link: { name: person.name, address } });
}
function NewStaff() {
  const { areas } = useLoaderData();
  const { form = EMPTY_FORM, link } = useActionData() ?? {};
  if (link) {
    return /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeader, { title: "They are invited" }),
      /* @__PURE__ */ jsx(HandedOverLink, { link }),
      /* @__PURE__ */ jsx(ButtonLink, { href: paths.staff(), children: "Back to staff" })
    ] });
  }
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(BackLink, { href: paths.staff() }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx(PageHeader, { title: "Invite somebody" }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(TextField, { form, name: "name", label: "Name", autoComplete: "off", width: 30 }),
      /* @__PURE__ */ jsx(
        TextField,
        {
          form,
          name: "email",
          label: "Email address",
          type: "email",
          autoComplete: "off",
          spellCheck: false,
          width: 30
        }
      ),
      /* @__PURE__ */ jsx(DutiesFields, { form, areas }),
      /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Make a one-time link" })
    ] })
  ] });
}
const route48 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$4,
  default: NewStaff,
  loader: loader$6,
  meta: meta$3
}, Symbol.toStringTag, { value: "Module" }));
function CalendarPage({ madeOn, said: said2 }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(PageHeader, { title: "My calendar", children: /* @__PURE__ */ jsx("p", { className: "govuk-body-l", children: "See your sessions in the calendar on your phone or computer." }) }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "A calendar address holds every session of the cohorts on whose team you are, and follows every change. It says only “Group session 7”, the time and, where that is safe, the venue: no names, no programme." }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Anybody who has the address can read it, so keep it to yourself." }),
    madeOn === null ? /* @__PURE__ */ jsx("form", { method: "post", children: /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Make a calendar address" }) }) : /* @__PURE__ */ jsx(Existing, { madeOn })
  ] });
}
function Existing({ madeOn }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsxs(InsetText, { children: [
      "You have had a calendar address since ",
      madeOn,
      ". We cannot show it again. If you lost it, or somebody else has seen it, make a new one: that ends the old."
    ] }),
    /* @__PURE__ */ jsxs("div", { className: "govuk-button-group", children: [
      /* @__PURE__ */ jsx("form", { method: "post", children: /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Make a new address" }) }),
      /* @__PURE__ */ jsx("form", { method: "post", action: paths.myCalendarEnd(), children: /* @__PURE__ */ jsx(Button, { variant: "secondary", preventDoubleClick: true, children: "End my address" }) })
    ] })
  ] });
}
function NewAddress({ address }) {
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(PageHeader, { title: "Here is your calendar address" }),
    /* @__PURE__ */ jsx(
      Input,
      {
        name: "address",
        label: "Calendar address",
        labelSize: "m",
        hint: "Choose all of it and copy it.",
        defaultValue: address,
        readOnly: true,
        spellCheck: false
      }
    ),
    /* @__PURE__ */ jsx(InsetText, { children: "We show it only here and only this once. An address that you made before has ended." }),
    /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Add it to your calendar" }),
    /* @__PURE__ */ jsxs("ul", { className: "govuk-list govuk-list--bullet", children: [
      /* @__PURE__ */ jsx("li", { children: "Outlook: Add calendar, then Subscribe from web." }),
      /* @__PURE__ */ jsx("li", { children: "Google Calendar: Other calendars, then From URL." }),
      /* @__PURE__ */ jsx("li", { children: "iPhone or iPad: Settings, Calendar accounts, Add subscribed calendar." })
    ] }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "Calendars look for changes by themselves, some only once a day." }),
    /* @__PURE__ */ jsx(ButtonLink, { variant: "secondary", href: paths.myCalendar(), children: "I have copied it" })
  ] });
}
const meta$2 = () => pageTitle("My calendar");
const headers = () => ({ "Cache-Control": "no-store" });
const SAID$1 = { ended: "Your calendar address is ended. Calendars that used it find nothing there any more." };
function loader$5({ request, context }) {
  const actor = requireAccess(request, context, "write", "own-calendar");
  const createdAt = findFeedCreation(context.db, actor);
  return json({ madeOn: createdAt && formatInstant(createdAt), said: said(request, SAID$1) });
}
function action$3({ request, context }) {
  const actor = requireAccess(request, context, "write", "own-calendar");
  const outcome = makeCalendarFeed(context, actor);
  if (!outcome.done) throw notFound();
  return json({ address: `${context.config.publicUrl}${paths.calendarFeed(outcome.value.secret)}` });
}
function MyCalendar() {
  const { madeOn, said: sentence2 } = useLoaderData();
  const made = useActionData();
  return made ? /* @__PURE__ */ jsx(NewAddress, { address: made.address }) : /* @__PURE__ */ jsx(CalendarPage, { madeOn, said: sentence2 });
}
const route49 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$3,
  default: MyCalendar,
  headers,
  loader: loader$5,
  meta: meta$2
}, Symbol.toStringTag, { value: "Module" }));
function loader$4() {
  throw notFound();
}
function action$2({ request, context }) {
  const secret = readSignInCookie$1(context.config, request);
  if (secret) signOut(context, secret);
  const headers2 = { "Set-Cookie": signInCookie(context.config, ""), "Clear-Site-Data": '"cache", "storage"' };
  return redirect(paths.signIn("signed-out"), { headers: headers2 });
}
const route50 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$2,
  loader: loader$4
}, Symbol.toStringTag, { value: "Module" }));
const signInForm = z.object({
  email: z.string("Enter your email address").trim().min(1, "Enter your email address").max(254, "Enter a shorter email address"),
  password: z.string("Enter your password").min(1, "Enter your password").max(200, "Enter a password of at most 200 characters")
});
const SENTENCES = {
  "wrong-email-or-password": () => ({
    field: "email",
    sentence: "The email address or the password is not right. Try again."
  }),
  "too-many-attempts": ({ minutes }) => ({
    field: "email",
    sentence: `Too many attempts. Wait ${minutes} minutes, then try again, or ask your administrator for a new link.`
  })
};
const SAID = { "signed-out": "You are signed out." };
const meta$1 = () => pageTitle("Sign in");
function loader$3({ request, context }) {
  if (actorOf$1(request, context)) throw redirect(paths.home());
  return { said: said(request, SAID) };
}
async function action$1({ request, context }) {
  const read = await readForm(request, signInForm);
  if (!read.ok) return formErrors(read.form);
  const replaces = readSignInCookie$1(context.config, request);
  const outcome = await signIn(context, { ...read.value, replaces });
  if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
  return redirect(paths.home(), { headers: { "Set-Cookie": signInCookie(context.config, outcome.value.secret) } });
}
function SignIn() {
  var _a;
  const { said: said2 } = useLoaderData();
  const form = ((_a = useActionData()) == null ? void 0 : _a.form) ?? EMPTY_FORM;
  return /* @__PURE__ */ jsx("div", { className: "govuk-grid-row", children: /* @__PURE__ */ jsxs("div", { className: "govuk-grid-column-two-thirds", children: [
    /* @__PURE__ */ jsx(Said, { sentence: said2 }),
    /* @__PURE__ */ jsx(FormErrorSummary, { form }),
    /* @__PURE__ */ jsx("h1", { className: "govuk-heading-l", children: "Sign in" }),
    /* @__PURE__ */ jsxs("form", { method: "post", noValidate: true, children: [
      /* @__PURE__ */ jsx(
        TextField,
        {
          form,
          name: "email",
          label: "Email address",
          type: "email",
          autoComplete: "username",
          spellCheck: false
        }
      ),
      /* @__PURE__ */ jsx(PasswordField, { form, name: "password", label: "Password" }),
      /* @__PURE__ */ jsx(Button, { children: "Sign in" })
    ] }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: "No account, or no password? Ask your administrator for a link." })
  ] }) });
}
const route51 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action: action$1,
  default: SignIn,
  loader: loader$3,
  meta: meta$1
}, Symbol.toStringTag, { value: "Module" }));
function loader$2({ request, context }) {
  const [home] = sectionsOf$1(requireActor(request, context));
  return redirect(home ? NAVIGATION$1[home].href : paths.accessibility());
}
const route52 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  loader: loader$2
}, Symbol.toStringTag, { value: "Module" }));
function NextSessionCard({ session }) {
  const { sessionId, cohort, planNumber, total, isToday, day, time, where, state } = session;
  const Heading = isToday ? "h2" : "h3";
  return /* @__PURE__ */ jsxs("article", { className: isToday ? "next-session next-session--today" : "next-session", children: [
    /* @__PURE__ */ jsxs(Heading, { className: "govuk-heading-m next-session__title", children: [
      /* @__PURE__ */ jsxs("a", { className: "govuk-link", href: paths.session(sessionId), children: [
        cohort,
        ", session ",
        planNumber
      ] }),
      " ",
      /* @__PURE__ */ jsxs("span", { className: "next-session__of", children: [
        "of ",
        total
      ] })
    ] }),
    /* @__PURE__ */ jsxs("p", { className: "govuk-body next-session__when", children: [
      isToday ? /* @__PURE__ */ jsx("strong", { children: time }) : `${day}, ${time} · ${session.whenInWords}`,
      " · ",
      where
    ] }),
    state === "cancelled" ? /* @__PURE__ */ jsxs("p", { className: "govuk-body", children: [
      /* @__PURE__ */ jsx(Tag, { colour: "grey", children: "Not held" }),
      " ",
      session.stateReason
    ] }) : /* @__PURE__ */ jsxs(Fragment, { children: [
      /* @__PURE__ */ jsx(People, { session }),
      /* @__PURE__ */ jsx(Ways, { session })
    ] })
  ] });
}
function People({ session }) {
  const { expected, apologies } = session;
  if (expected.length + apologies.length === 0) return /* @__PURE__ */ jsx("p", { className: "govuk-body quiet", children: "Nobody is enrolled yet." });
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(Details, { summary: `${formatCount("person", expected.length)} expected`, className: "next-session__people", children: expected.length > 0 ? expected.join(", ") : "Nobody" }),
    /* @__PURE__ */ jsx("p", { className: "govuk-body", children: apologies.length > 0 ? `${formatCount("apology", apologies.length)}: ${apologies.join("; ")}` : "No apologies" })
  ] });
}
function Ways({ session }) {
  const { sessionId, record, counts } = session;
  const isOpen = record.register !== "in-advance";
  return /* @__PURE__ */ jsxs("ul", { className: "next-session__ways", children: [
    /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.sessionPlan(sessionId), children: "Session plan" }) }),
    /* @__PURE__ */ jsxs("li", { children: [
      /* @__PURE__ */ jsx("a", { className: "govuk-link", href: `${paths.register(sessionId)}#register`, children: isOpen ? "Register" : "Record an apology" }),
      isOpen && counts.expected > 0 && ` ${counts.expected - counts.notRecorded} of ${counts.expected} marked`
    ] }),
    isOpen && /* @__PURE__ */ jsxs("li", { children: [
      /* @__PURE__ */ jsx("a", { className: "govuk-link", href: paths.deliveryLog(sessionId), children: "Delivery log" }),
      counts.logs > 0 && " saved"
    ] }),
    record.isComplete && /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx(Tag, { colour: "green", children: "Record complete" }) })
  ] });
}
function TodayPage({ view }) {
  const { today, hasCohorts, next, overdue } = view;
  const todays = next.filter(({ isToday }) => isToday);
  const later = next.filter(({ isToday }) => !isToday);
  return /* @__PURE__ */ jsxs(Fragment, { children: [
    /* @__PURE__ */ jsx(PageHeader, { caption: today, title: "Today" }),
    !hasCohorts && /* @__PURE__ */ jsx(EmptyState, { title: "No cohort to work on", children: "You see a cohort here once you are on its team, or arrange its area. Ask your coordinator." }),
    hasCohorts && todays.length === 0 && /* @__PURE__ */ jsx("p", { className: "govuk-body-l", children: "There is no session today." }),
    todays.map((session) => /* @__PURE__ */ jsx(NextSessionCard, { session }, session.sessionId)),
    overdue.length > 0 && /* @__PURE__ */ jsxs("section", { className: "today-section", children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Still to record" }),
      /* @__PURE__ */ jsx(TaskList, { items: overdue.flatMap(overdueTasks), idPrefix: "overdue" })
    ] }),
    later.length > 0 && /* @__PURE__ */ jsxs("section", { className: "today-section", children: [
      /* @__PURE__ */ jsx("h2", { className: "govuk-heading-m", children: "Next sessions" }),
      later.map((session) => /* @__PURE__ */ jsx(NextSessionCard, { session }, session.sessionId))
    ] })
  ] });
}
function overdueTasks(one) {
  const where = `${one.cohort}, session ${one.planNumber}`;
  const hint = `${one.day}, ${one.whenInWords.toLowerCase()}`;
  const left = one.notRecorded === one.expected ? "Not recorded" : `${formatCount("person", one.notRecorded)} left`;
  const register = {
    title: `Register: ${where}`,
    href: `${paths.register(one.sessionId)}#register`,
    hint,
    status: /* @__PURE__ */ jsx(Tag, { colour: "orange", children: left })
  };
  const log2 = {
    title: `Delivery log: ${where}`,
    href: paths.deliveryLog(one.sessionId),
    hint,
    status: /* @__PURE__ */ jsx(Tag, { colour: "orange", children: "Not logged" })
  };
  return [...one.overdue.register ? [register] : [], ...one.overdue.log ? [log2] : []];
}
function readTodayView({ db, clock }, actor) {
  const now = clock.now();
  const today = dayOf(now);
  const all = listWorkingSessions(db, actor, plusDays(today, -60));
  const ofCohort = [...Map.groupBy(all, ({ cohort }) => cohort.id).values()];
  const next = inTime(
    ofCohort.flatMap((sessions) => nextOf(sessions, today).map((one) => ({ ...one, total: sessions.length })))
  );
  const names = Map.groupBy(
    listExpected(
      db,
      actor,
      next.map(({ session }) => session.id)
    ),
    ({ sessionId }) => sessionId
  );
  return {
    today: formatDay(today),
    hasCohorts: all.length > 0,
    next: next.map((one) => {
      var _a, _b;
      return {
        ...placeOf(one),
        total: one.total,
        isToday: ((_a = one.session.time) == null ? void 0 : _a.day) === today,
        whenInWords: whenInWords(((_b = one.session.time) == null ? void 0 : _b.day) ?? null, today),
        record: recordOf(one.session, one.counts, now),
        counts: one.counts,
        ...peopleIn(names.get(one.session.id) ?? [])
      };
    }),
    overdue: inTime(all).flatMap((one) => overdueOf(one, now, today))
  };
}
function nextOf(sessions, today) {
  const ahead = inTime(sessions.filter(({ session }) => session.time !== null && session.time.day >= today));
  const todays = ahead.filter(({ session }) => {
    var _a;
    return ((_a = session.time) == null ? void 0 : _a.day) === today;
  });
  return todays.length > 0 ? todays : ahead.filter(({ session }) => session.state === "scheduled").slice(0, 1);
}
function overdueOf(one, now, today) {
  var _a;
  const { overdue } = recordOf(one.session, one.counts, now);
  if (!overdue.register && !overdue.log) return [];
  const { expected, notRecorded } = one.counts;
  return [
    { ...placeOf(one), whenInWords: whenInWords(((_a = one.session.time) == null ? void 0 : _a.day) ?? null, today), overdue, expected, notRecorded }
  ];
}
function placeOf({ session, cohort }) {
  return {
    sessionId: session.id,
    cohortId: cohort.id,
    cohort: cohort.name,
    planNumber: session.planNumber,
    state: session.state,
    stateReason: session.stateReason,
    day: session.time && formatDay(session.time.day),
    time: session.time && formatTimeSpan(session.time.startTime, session.time.lengthMinutes),
    where: [cohort.venue ?? "Online", cohort.room].filter(Boolean).join(", ")
  };
}
function peopleIn(rows) {
  const nameOf = (row) => `${row.givenName} ${row.familyName}`;
  const apologies = rows.filter(({ mark }) => mark === "absent-notified");
  return {
    expected: rows.filter((row) => !apologies.includes(row)).map(nameOf),
    apologies: apologies.map((row) => {
      const why = [row.reason && REASON_LABELS[row.reason].toLowerCase(), row.note].filter(Boolean).join(", ");
      return why ? `${nameOf(row)} (${why})` : nameOf(row);
    })
  };
}
function whenInWords(day, today) {
  if (day === null) return "Not booked yet";
  const days = daysBetween(today, day);
  if (days === 0) return "Today";
  if (days === 1) return "Tomorrow";
  if (days === -1) return "Yesterday";
  return days > 0 ? `In ${days} days` : `${-days} days ago`;
}
function inTime(sessions) {
  const startOf = ({ session }) => {
    var _a;
    return ((_a = session.time) == null ? void 0 : _a.startsAt) ?? "";
  };
  return sessions.toSorted((one, other) => startOf(one) < startOf(other) ? -1 : 1);
}
const meta = () => pageTitle("Today");
function loader$1({ request, context }) {
  return readTodayView(context, requireAccess(request, context, "write", "register"));
}
function Today() {
  return /* @__PURE__ */ jsx(TodayPage, { view: useLoaderData() });
}
const route53 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  default: Today,
  loader: loader$1,
  meta
}, Symbol.toStringTag, { value: "Module" }));
function loader() {
  throw notFound();
}
function action() {
  throw notFound();
}
function Nowhere() {
  return null;
}
const route54 = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  action,
  default: Nowhere,
  loader
}, Symbol.toStringTag, { value: "Module" }));
const serverManifest = { "entry": { "module": "/assets/entry.client-Cdl_8rf3.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/components-9GV_oHyX.js"], "css": [] }, "routes": { "root": { "id": "root", "parentId": void 0, "path": "", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": true, "module": "/assets/root-IdL8wLfZ.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/components-9GV_oHyX.js", "/assets/paths-DHXFZt2S.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/closures.bank-holidays.days.$holidayId.removal": { "id": "routes/closures.bank-holidays.days.$holidayId.removal", "parentId": "root", "path": "closures/bank-holidays/days/:holidayId/removal", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-tiQ1cl4f.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/meeting-pattern-BWYp-RLh.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/format-BgSWHV0l.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/programmes.$programmeId.plans.$planNumber": { "id": "routes/programmes.$programmeId.plans.$planNumber", "parentId": "root", "path": "programmes/:programmeId/plans/:planNumber", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-Cnngrqpf.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-header-BShyFd83.js", "/assets/session-plan-D3ZPImd2.js", "/assets/back-link-RMLU8MwT.js", "/assets/pagination-BWJcmJdt.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/inset-text-DIlaLs9A.js", "/assets/class-names-C8tnBYjV.js", "/assets/table-DXgyrF0A.js", "/assets/keyed-tF-RaRne.js", "/assets/tag-C4Lxydma.js", "/assets/format-BgSWHV0l.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/sessions.$sessionId_.cancellation_.undo": { "id": "routes/sessions.$sessionId_.cancellation_.undo", "parentId": "root", "path": "sessions/:sessionId/cancellation/undo", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DVN7Oi2P.js", "imports": [], "css": [] }, "routes/closures.bank-holidays.$nation_.check": { "id": "routes/closures.bank-holidays.$nation_.check", "parentId": "root", "path": "closures/bank-holidays/:nation/check", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-C6d-v1ok.js", "imports": [], "css": [] }, "routes/people.$personId_.safe-contact_.end": { "id": "routes/people.$personId_.safe-contact_.end", "parentId": "root", "path": "people/:personId/safe-contact/end", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-RnTpOC5-.js", "imports": [], "css": [] }, "routes/enrolments.$enrolmentId.exit_.undo": { "id": "routes/enrolments.$enrolmentId.exit_.undo", "parentId": "root", "path": "enrolments/:enrolmentId/exit/undo", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-UfSmBKdM.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/places.venues.$venueId_.rooms.new": { "id": "routes/places.venues.$venueId_.rooms.new", "parentId": "root", "path": "places/venues/:venueId/rooms/new", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-CdWjFwdN.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/text-field-DkZHMQ9K.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/input-D--RAf0u.js", "/assets/question-Bd_ywZeb.js"], "css": [] }, "routes/sessions.$sessionId_.cancellation": { "id": "routes/sessions.$sessionId_.cancellation", "parentId": "root", "path": "sessions/:sessionId/cancellation", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-JGa1vCzc.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/textarea-field-D2CObZ2C.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/textarea-C_MuAnmC.js", "/assets/question-Bd_ywZeb.js"], "css": [] }, "routes/sessions.$sessionId_.delivery-log": { "id": "routes/sessions.$sessionId_.delivery-log", "parentId": "root", "path": "sessions/:sessionId/delivery-log", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DaHWso5y.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/page-title-Cqp3B4xW.js", "/assets/in-words-D9ZHudH9.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/session-strip-B5bveM2C.js", "/assets/back-link-RMLU8MwT.js", "/assets/inset-text-DIlaLs9A.js", "/assets/segmented-DK60vtvk.js", "/assets/button-DV99mJ1-.js", "/assets/tag-C4Lxydma.js", "/assets/hidden-field-C5GfpECS.js", "/assets/format-BgSWHV0l.js", "/assets/input-D--RAf0u.js", "/assets/textarea-C_MuAnmC.js", "/assets/stat-cards-D_52Wcnj.js", "/assets/details-TGq8NsNH.js", "/assets/table-DXgyrF0A.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/question-Bd_ywZeb.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/places.areas.$areaId_.venues.new": { "id": "routes/places.areas.$areaId_.venues.new", "parentId": "root", "path": "places/areas/:areaId/venues/new", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-BMBxOUpe.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/text-field-DkZHMQ9K.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/input-D--RAf0u.js", "/assets/question-Bd_ywZeb.js"], "css": [] }, "routes/closures.bank-holidays.$nation": { "id": "routes/closures.bank-holidays.$nation", "parentId": "root", "path": "closures/bank-holidays/:nation", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-CfhNi23d.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/page-title-Cqp3B4xW.js", "/assets/meeting-pattern-BWYp-RLh.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/table-DXgyrF0A.js", "/assets/date-field-B7Buygsl.js", "/assets/text-field-DkZHMQ9K.js", "/assets/format-BgSWHV0l.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/fieldset-BAGJbD5z.js", "/assets/question-Bd_ywZeb.js", "/assets/input-D--RAf0u.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/people.$personId_.safe-contact": { "id": "routes/people.$personId_.safe-contact", "parentId": "root", "path": "people/:personId/safe-contact", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DDcQ2G_s.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/calendar-day-CSzcoNnA.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/inset-text-DIlaLs9A.js", "/assets/checkboxes-field-DGUr7Yaf.js", "/assets/date-field-B7Buygsl.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/text-field-DkZHMQ9K.js", "/assets/time-field-Dx01bgHK.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/choice-group-9ywFfc3R.js", "/assets/keyed-tF-RaRne.js", "/assets/question-Bd_ywZeb.js", "/assets/fieldset-BAGJbD5z.js", "/assets/input-D--RAf0u.js"], "css": [] }, "routes/programmes.$programmeId._index": { "id": "routes/programmes.$programmeId._index", "parentId": "root", "path": "programmes/:programmeId", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-BNMLi2s9.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/programme-Ci7LPQv5.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/inset-text-DIlaLs9A.js", "/assets/summary-list-DCzMSfRE.js", "/assets/table-DXgyrF0A.js", "/assets/format-BgSWHV0l.js", "/assets/in-words-D9ZHudH9.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/cohorts.$cohortId.members.new": { "id": "routes/cohorts.$cohortId.members.new", "parentId": "root", "path": "cohorts/:cohortId/members/new", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-CWu9HP7i.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/warning-text-DEZsZT2x.js", "/assets/text-field-DkZHMQ9K.js", "/assets/fieldset-BAGJbD5z.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/input-D--RAf0u.js", "/assets/question-Bd_ywZeb.js"], "css": [] }, "routes/sessions.$sessionId_.register": { "id": "routes/sessions.$sessionId_.register", "parentId": "root", "path": "sessions/:sessionId/register", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-CoK2pqCt.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/segmented-DK60vtvk.js", "/assets/session-strip-B5bveM2C.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/inset-text-DIlaLs9A.js", "/assets/text-field-DkZHMQ9K.js", "/assets/marks-DHd7bX_6.js", "/assets/tag-C4Lxydma.js", "/assets/hidden-field-C5GfpECS.js", "/assets/input-D--RAf0u.js", "/assets/select-CRP1ucr9.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/question-Bd_ywZeb.js", "/assets/format-BgSWHV0l.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/enrolments.$enrolmentId.exit": { "id": "routes/enrolments.$enrolmentId.exit", "parentId": "root", "path": "enrolments/:enrolmentId/exit", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-jwnbi0I2.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/inset-text-DIlaLs9A.js", "/assets/date-field-B7Buygsl.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/radios-field-C546O5WK.js", "/assets/select-field-86HXRAAW.js", "/assets/textarea-field-D2CObZ2C.js", "/assets/format-BgSWHV0l.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/fieldset-BAGJbD5z.js", "/assets/question-Bd_ywZeb.js", "/assets/keyed-tF-RaRne.js", "/assets/choice-group-9ywFfc3R.js", "/assets/select-CRP1ucr9.js", "/assets/textarea-C_MuAnmC.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/staff.$staffId_.deactivation": { "id": "routes/staff.$staffId_.deactivation", "parentId": "root", "path": "staff/:staffId/deactivation", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DoX0P1Az.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/closures.$closureId.removal": { "id": "routes/closures.$closureId.removal", "parentId": "root", "path": "closures/:closureId/removal", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-B6HL8nj1.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/summary-list-DCzMSfRE.js", "/assets/format-BgSWHV0l.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/sessions.$sessionId_.plan": { "id": "routes/sessions.$sessionId_.plan", "parentId": "root", "path": "sessions/:sessionId/plan", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-iTfzO49K.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/session-plan-D3ZPImd2.js", "/assets/back-link-RMLU8MwT.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/inset-text-DIlaLs9A.js", "/assets/class-names-C8tnBYjV.js", "/assets/table-DXgyrF0A.js", "/assets/keyed-tF-RaRne.js", "/assets/tag-C4Lxydma.js", "/assets/format-BgSWHV0l.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/cohorts.$cohortId._index": { "id": "routes/cohorts.$cohortId._index", "parentId": "root", "path": "cohorts/:cohortId", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-Cpc1IJqL.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/session-strip-B5bveM2C.js", "/assets/marks-DHd7bX_6.js", "/assets/keyed-tF-RaRne.js", "/assets/class-names-C8tnBYjV.js", "/assets/details-TGq8NsNH.js", "/assets/table-DXgyrF0A.js", "/assets/summary-list-DCzMSfRE.js", "/assets/format-BgSWHV0l.js", "/assets/in-words-D9ZHudH9.js", "/assets/stat-cards-D_52Wcnj.js", "/assets/button-DV99mJ1-.js", "/assets/tag-C4Lxydma.js", "/assets/components-9GV_oHyX.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/calendars.$secret[.]ics": { "id": "routes/calendars.$secret[.]ics", "parentId": "root", "path": "calendars/:secret.ics", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-K6Dvbx-E.js", "imports": [], "css": [] }, "routes/imports.$importId_.undo": { "id": "routes/imports.$importId_.undo", "parentId": "root", "path": "imports/:importId/undo", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-BVQh4i6g.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/warning-text-DEZsZT2x.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/people.$personId._index": { "id": "routes/people.$personId._index", "parentId": "root", "path": "people/:personId", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DFowgFj3.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/back-link-RMLU8MwT.js", "/assets/summary-list-DCzMSfRE.js", "/assets/tag-C4Lxydma.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/places.venues.$venueId": { "id": "routes/places.venues.$venueId", "parentId": "root", "path": "places/venues/:venueId", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DpQxjj80.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/summary-list-DCzMSfRE.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/text-field-DkZHMQ9K.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/input-D--RAf0u.js", "/assets/question-Bd_ywZeb.js"], "css": [] }, "routes/places.areas.$areaId": { "id": "routes/places.areas.$areaId", "parentId": "root", "path": "places/areas/:areaId", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-BDZZFjMU.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/nation-field-B1_-NC5P.js", "/assets/text-field-DkZHMQ9K.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/meeting-pattern-BWYp-RLh.js", "/assets/radios-field-C546O5WK.js", "/assets/choice-group-9ywFfc3R.js", "/assets/question-Bd_ywZeb.js", "/assets/fieldset-BAGJbD5z.js", "/assets/input-D--RAf0u.js"], "css": [] }, "routes/places.rooms.$roomId": { "id": "routes/places.rooms.$roomId", "parentId": "root", "path": "places/rooms/:roomId", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DeLqutSI.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/text-field-DkZHMQ9K.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/input-D--RAf0u.js", "/assets/question-Bd_ywZeb.js"], "css": [] }, "routes/staff.$staffId_.link": { "id": "routes/staff.$staffId_.link", "parentId": "root", "path": "staff/:staffId/link", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-Bl2L6L8R.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/handed-over-link-C06ZcgKS.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/inset-text-DIlaLs9A.js", "/assets/input-D--RAf0u.js", "/assets/question-Bd_ywZeb.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/invitations.$secret": { "id": "routes/invitations.$secret", "parentId": "root", "path": "invitations/:secret", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-Ct1nI_wc.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/button-DV99mJ1-.js", "/assets/password-field-Cw3bXzzK.js", "/assets/text-field-DkZHMQ9K.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/question-Bd_ywZeb.js", "/assets/input-D--RAf0u.js"], "css": [] }, "routes/messages.$messageId": { "id": "routes/messages.$messageId", "parentId": "root", "path": "messages/:messageId", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-iAYPuQEn.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/inset-text-DIlaLs9A.js", "/assets/summary-list-DCzMSfRE.js", "/assets/keyed-tF-RaRne.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js"], "css": [] }, "routes/sessions.$sessionId": { "id": "routes/sessions.$sessionId", "parentId": "root", "path": "sessions/:sessionId", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-vg3cg6O0.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/session-strip-B5bveM2C.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/inset-text-DIlaLs9A.js", "/assets/summary-list-DCzMSfRE.js", "/assets/tag-C4Lxydma.js", "/assets/task-list-DAslimkH.js", "/assets/format-BgSWHV0l.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/imports.$importId": { "id": "routes/imports.$importId", "parentId": "root", "path": "imports/:importId", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-Dt34fmbW.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-title-Cqp3B4xW.js", "/assets/page-header-BShyFd83.js", "/assets/session-strip-B5bveM2C.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/details-TGq8NsNH.js", "/assets/summary-list-DCzMSfRE.js", "/assets/table-DXgyrF0A.js", "/assets/tag-C4Lxydma.js", "/assets/warning-text-DEZsZT2x.js", "/assets/checkboxes-field-DGUr7Yaf.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/format-BgSWHV0l.js", "/assets/stat-cards-D_52Wcnj.js", "/assets/cohort-fields-BaI012XN.js", "/assets/inset-text-DIlaLs9A.js", "/assets/time-field-Dx01bgHK.js", "/assets/fieldset-BAGJbD5z.js", "/assets/date-field-B7Buygsl.js", "/assets/select-field-86HXRAAW.js", "/assets/said-BEVq9zxz.js", "/assets/radios-field-C546O5WK.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/choice-group-9ywFfc3R.js", "/assets/question-Bd_ywZeb.js", "/assets/calendar-day-CSzcoNnA.js", "/assets/meeting-pattern-BWYp-RLh.js", "/assets/text-field-DkZHMQ9K.js", "/assets/input-D--RAf0u.js", "/assets/select-CRP1ucr9.js"], "css": [] }, "routes/programmes._index": { "id": "routes/programmes._index", "parentId": "root", "path": "programmes", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-Bpf17Kwi.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-header-BShyFd83.js", "/assets/summary-list-DCzMSfRE.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/places.areas.new": { "id": "routes/places.areas.new", "parentId": "root", "path": "places/areas/new", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DRs0C6bD.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/nation-field-B1_-NC5P.js", "/assets/text-field-DkZHMQ9K.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/meeting-pattern-BWYp-RLh.js", "/assets/radios-field-C546O5WK.js", "/assets/choice-group-9ywFfc3R.js", "/assets/question-Bd_ywZeb.js", "/assets/fieldset-BAGJbD5z.js", "/assets/input-D--RAf0u.js"], "css": [] }, "routes/closures._index": { "id": "routes/closures._index", "parentId": "root", "path": "closures", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-BrJ_NtUW.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/meeting-pattern-BWYp-RLh.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/button-DV99mJ1-.js", "/assets/details-TGq8NsNH.js", "/assets/table-DXgyrF0A.js", "/assets/format-BgSWHV0l.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/messages._index": { "id": "routes/messages._index", "parentId": "root", "path": "messages", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-CDaejHdp.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/filter-chips-Cou2siXs.js", "/assets/page-header-BShyFd83.js", "/assets/page-numbers-BqeZb64B.js", "/assets/inset-text-DIlaLs9A.js", "/assets/table-DXgyrF0A.js", "/assets/tag-C4Lxydma.js", "/assets/warning-text-DEZsZT2x.js", "/assets/format-BgSWHV0l.js", "/assets/components-9GV_oHyX.js", "/assets/pagination-BWJcmJdt.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/cohorts._index": { "id": "routes/cohorts._index", "parentId": "root", "path": "cohorts", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-C_IwyPB3.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/filter-chips-Cou2siXs.js", "/assets/page-header-BShyFd83.js", "/assets/page-numbers-BqeZb64B.js", "/assets/said-BEVq9zxz.js", "/assets/button-DV99mJ1-.js", "/assets/table-DXgyrF0A.js", "/assets/tag-C4Lxydma.js", "/assets/format-BgSWHV0l.js", "/assets/components-9GV_oHyX.js", "/assets/pagination-BWJcmJdt.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/imports._index": { "id": "routes/imports._index", "parentId": "root", "path": "imports", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DU9HbEDm.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/page-header-BShyFd83.js", "/assets/page-numbers-BqeZb64B.js", "/assets/said-BEVq9zxz.js", "/assets/button-DV99mJ1-.js", "/assets/table-DXgyrF0A.js", "/assets/tag-C4Lxydma.js", "/assets/components-9GV_oHyX.js", "/assets/pagination-BWJcmJdt.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/staff.$staffId": { "id": "routes/staff.$staffId", "parentId": "root", "path": "staff/:staffId", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-b5vmnH1a.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/actor-Behhc2IO.js", "/assets/programme-Ci7LPQv5.js", "/assets/form-fields-ByE2YrsZ.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/duties-fields-CG1SBcvf.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/hidden-field-C5GfpECS.js", "/assets/text-field-DkZHMQ9K.js", "/assets/components-9GV_oHyX.js", "/assets/calendar-day-CSzcoNnA.js", "/assets/class-names-C8tnBYjV.js", "/assets/checkboxes-field-DGUr7Yaf.js", "/assets/choice-group-9ywFfc3R.js", "/assets/keyed-tF-RaRne.js", "/assets/question-Bd_ywZeb.js", "/assets/fieldset-BAGJbD5z.js", "/assets/input-D--RAf0u.js"], "css": [] }, "routes/accessibility": { "id": "routes/accessibility", "parentId": "root", "path": "accessibility", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": false, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DfZDb6ec.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js"], "css": [] }, "routes/calendar_.end": { "id": "routes/calendar_.end", "parentId": "root", "path": "calendar/end", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DP2rzg_V.js", "imports": [], "css": [] }, "routes/people._index": { "id": "routes/people._index", "parentId": "root", "path": "people", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-C_CHI6-C.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/filter-chips-Cou2siXs.js", "/assets/page-header-BShyFd83.js", "/assets/pagination-BWJcmJdt.js", "/assets/table-DXgyrF0A.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/places._index": { "id": "routes/places._index", "parentId": "root", "path": "places", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-C87DG93J.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/meeting-pattern-BWYp-RLh.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/button-DV99mJ1-.js", "/assets/summary-list-DCzMSfRE.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/closures.new": { "id": "routes/closures.new", "parentId": "root", "path": "closures/new", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DSbFC12v.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/date-field-B7Buygsl.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/select-field-86HXRAAW.js", "/assets/text-field-DkZHMQ9K.js", "/assets/page-title-Cqp3B4xW.js", "/assets/form-fields-ByE2YrsZ.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/fieldset-BAGJbD5z.js", "/assets/question-Bd_ywZeb.js", "/assets/keyed-tF-RaRne.js", "/assets/select-CRP1ucr9.js", "/assets/input-D--RAf0u.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/staff._index": { "id": "routes/staff._index", "parentId": "root", "path": "staff", "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-CNntPXDc.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/actor-Behhc2IO.js", "/assets/programme-Ci7LPQv5.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/button-DV99mJ1-.js", "/assets/table-DXgyrF0A.js", "/assets/tag-C4Lxydma.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/cohorts.new": { "id": "routes/cohorts.new", "parentId": "root", "path": "cohorts/new", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-Bqymr4iK.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/page-title-Cqp3B4xW.js", "/assets/calendar-day-CSzcoNnA.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/cohort-fields-BaI012XN.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/checkboxes-field-DGUr7Yaf.js", "/assets/date-field-B7Buygsl.js", "/assets/select-field-86HXRAAW.js", "/assets/textarea-field-D2CObZ2C.js", "/assets/time-field-Dx01bgHK.js", "/assets/fieldset-BAGJbD5z.js", "/assets/warning-text-DEZsZT2x.js", "/assets/session-strip-B5bveM2C.js", "/assets/inset-text-DIlaLs9A.js", "/assets/summary-list-DCzMSfRE.js", "/assets/table-DXgyrF0A.js", "/assets/tag-C4Lxydma.js", "/assets/hidden-field-C5GfpECS.js", "/assets/format-BgSWHV0l.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/meeting-pattern-BWYp-RLh.js", "/assets/text-field-DkZHMQ9K.js", "/assets/input-D--RAf0u.js", "/assets/question-Bd_ywZeb.js", "/assets/choice-group-9ywFfc3R.js", "/assets/select-CRP1ucr9.js", "/assets/textarea-C_MuAnmC.js"], "css": [] }, "routes/healthcheck": { "id": "routes/healthcheck", "parentId": "root", "path": "healthcheck", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-C6Kfwj0f.js", "imports": [], "css": [] }, "routes/imports.new": { "id": "routes/imports.new", "parentId": "root", "path": "imports/new", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-B2_JTOr5.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/details-TGq8NsNH.js", "/assets/class-names-C8tnBYjV.js", "/assets/question-Bd_ywZeb.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/keyed-tF-RaRne.js"], "css": [] }, "routes/staff.new": { "id": "routes/staff.new", "parentId": "root", "path": "staff/new", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DPpBLals.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/back-link-RMLU8MwT.js", "/assets/button-DV99mJ1-.js", "/assets/duties-fields-CG1SBcvf.js", "/assets/handed-over-link-C06ZcgKS.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/text-field-DkZHMQ9K.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/actor-Behhc2IO.js", "/assets/programme-Ci7LPQv5.js", "/assets/checkboxes-field-DGUr7Yaf.js", "/assets/choice-group-9ywFfc3R.js", "/assets/keyed-tF-RaRne.js", "/assets/question-Bd_ywZeb.js", "/assets/fieldset-BAGJbD5z.js", "/assets/inset-text-DIlaLs9A.js", "/assets/input-D--RAf0u.js"], "css": [] }, "routes/calendar": { "id": "routes/calendar", "parentId": "root", "path": "calendar", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-uuGfFIf9.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/page-header-BShyFd83.js", "/assets/said-BEVq9zxz.js", "/assets/button-DV99mJ1-.js", "/assets/inset-text-DIlaLs9A.js", "/assets/input-D--RAf0u.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/question-Bd_ywZeb.js"], "css": [] }, "routes/sign-out": { "id": "routes/sign-out", "parentId": "root", "path": "sign-out", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-DdXTRxfG.js", "imports": [], "css": [] }, "routes/sign-in": { "id": "routes/sign-in", "parentId": "root", "path": "sign-in", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-C3XEtcbL.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/said-BEVq9zxz.js", "/assets/button-DV99mJ1-.js", "/assets/form-error-summary-BdDaqIUb.js", "/assets/password-field-Cw3bXzzK.js", "/assets/text-field-DkZHMQ9K.js", "/assets/page-title-Cqp3B4xW.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/question-Bd_ywZeb.js", "/assets/input-D--RAf0u.js"], "css": [] }, "routes/_index": { "id": "routes/_index", "parentId": "root", "path": void 0, "index": true, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-l0sNRNKZ.js", "imports": [], "css": [] }, "routes/today": { "id": "routes/today", "parentId": "root", "path": "today", "index": void 0, "caseSensitive": void 0, "hasAction": false, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-D90XU-ml.js", "imports": ["/assets/jsx-runtime-0DLF9kdB.js", "/assets/page-title-Cqp3B4xW.js", "/assets/paths-DHXFZt2S.js", "/assets/empty-state-DSaDKjw3.js", "/assets/page-header-BShyFd83.js", "/assets/tag-C4Lxydma.js", "/assets/task-list-DAslimkH.js", "/assets/format-BgSWHV0l.js", "/assets/details-TGq8NsNH.js", "/assets/components-9GV_oHyX.js", "/assets/class-names-C8tnBYjV.js", "/assets/keyed-tF-RaRne.js", "/assets/calendar-day-CSzcoNnA.js"], "css": [] }, "routes/$": { "id": "routes/$", "parentId": "root", "path": "*", "index": void 0, "caseSensitive": void 0, "hasAction": true, "hasLoader": true, "hasClientAction": false, "hasClientLoader": false, "hasErrorBoundary": false, "module": "/assets/route-ChG-6rmU.js", "imports": [], "css": [] } }, "url": "/assets/manifest-1e531241.js", "version": "1e531241" };
const mode = "production";
const assetsBuildDirectory = "build/client";
const basename = "/";
const future = { "v3_fetcherPersist": true, "v3_relativeSplatPath": true, "v3_throwAbortReason": true, "v3_routeConfig": true, "v3_singleFetch": false, "v3_lazyRouteDiscovery": false, "unstable_optimizeDeps": false };
const isSpaMode = false;
const publicPath = "/";
const entry = { module: entryServer };
const routes = {
  "root": {
    id: "root",
    parentId: void 0,
    path: "",
    index: void 0,
    caseSensitive: void 0,
    module: route0
  },
  "routes/closures.bank-holidays.days.$holidayId.removal": {
    id: "routes/closures.bank-holidays.days.$holidayId.removal",
    parentId: "root",
    path: "closures/bank-holidays/days/:holidayId/removal",
    index: void 0,
    caseSensitive: void 0,
    module: route1
  },
  "routes/programmes.$programmeId.plans.$planNumber": {
    id: "routes/programmes.$programmeId.plans.$planNumber",
    parentId: "root",
    path: "programmes/:programmeId/plans/:planNumber",
    index: void 0,
    caseSensitive: void 0,
    module: route2
  },
  "routes/sessions.$sessionId_.cancellation_.undo": {
    id: "routes/sessions.$sessionId_.cancellation_.undo",
    parentId: "root",
    path: "sessions/:sessionId/cancellation/undo",
    index: void 0,
    caseSensitive: void 0,
    module: route3
  },
  "routes/closures.bank-holidays.$nation_.check": {
    id: "routes/closures.bank-holidays.$nation_.check",
    parentId: "root",
    path: "closures/bank-holidays/:nation/check",
    index: void 0,
    caseSensitive: void 0,
    module: route4
  },
  "routes/people.$personId_.safe-contact_.end": {
    id: "routes/people.$personId_.safe-contact_.end",
    parentId: "root",
    path: "people/:personId/safe-contact/end",
    index: void 0,
    caseSensitive: void 0,
    module: route5
  },
  "routes/enrolments.$enrolmentId.exit_.undo": {
    id: "routes/enrolments.$enrolmentId.exit_.undo",
    parentId: "root",
    path: "enrolments/:enrolmentId/exit/undo",
    index: void 0,
    caseSensitive: void 0,
    module: route6
  },
  "routes/places.venues.$venueId_.rooms.new": {
    id: "routes/places.venues.$venueId_.rooms.new",
    parentId: "root",
    path: "places/venues/:venueId/rooms/new",
    index: void 0,
    caseSensitive: void 0,
    module: route7
  },
  "routes/sessions.$sessionId_.cancellation": {
    id: "routes/sessions.$sessionId_.cancellation",
    parentId: "root",
    path: "sessions/:sessionId/cancellation",
    index: void 0,
    caseSensitive: void 0,
    module: route8
  },
  "routes/sessions.$sessionId_.delivery-log": {
    id: "routes/sessions.$sessionId_.delivery-log",
    parentId: "root",
    path: "sessions/:sessionId/delivery-log",
    index: void 0,
    caseSensitive: void 0,
    module: route9
  },
  "routes/places.areas.$areaId_.venues.new": {
    id: "routes/places.areas.$areaId_.venues.new",
    parentId: "root",
    path: "places/areas/:areaId/venues/new",
    index: void 0,
    caseSensitive: void 0,
    module: route10
  },
  "routes/closures.bank-holidays.$nation": {
    id: "routes/closures.bank-holidays.$nation",
    parentId: "root",
    path: "closures/bank-holidays/:nation",
    index: void 0,
    caseSensitive: void 0,
    module: route11
  },
  "routes/people.$personId_.safe-contact": {
    id: "routes/people.$personId_.safe-contact",
    parentId: "root",
    path: "people/:personId/safe-contact",
    index: void 0,
    caseSensitive: void 0,
    module: route12
  },
  "routes/programmes.$programmeId._index": {
    id: "routes/programmes.$programmeId._index",
    parentId: "root",
    path: "programmes/:programmeId",
    index: true,
    caseSensitive: void 0,
    module: route13
  },
  "routes/cohorts.$cohortId.members.new": {
    id: "routes/cohorts.$cohortId.members.new",
    parentId: "root",
    path: "cohorts/:cohortId/members/new",
    index: void 0,
    caseSensitive: void 0,
    module: route14
  },
  "routes/sessions.$sessionId_.register": {
    id: "routes/sessions.$sessionId_.register",
    parentId: "root",
    path: "sessions/:sessionId/register",
    index: void 0,
    caseSensitive: void 0,
    module: route15
  },
  "routes/enrolments.$enrolmentId.exit": {
    id: "routes/enrolments.$enrolmentId.exit",
    parentId: "root",
    path: "enrolments/:enrolmentId/exit",
    index: void 0,
    caseSensitive: void 0,
    module: route16
  },
  "routes/staff.$staffId_.deactivation": {
    id: "routes/staff.$staffId_.deactivation",
    parentId: "root",
    path: "staff/:staffId/deactivation",
    index: void 0,
    caseSensitive: void 0,
    module: route17
  },
  "routes/closures.$closureId.removal": {
    id: "routes/closures.$closureId.removal",
    parentId: "root",
    path: "closures/:closureId/removal",
    index: void 0,
    caseSensitive: void 0,
    module: route18
  },
  "routes/sessions.$sessionId_.plan": {
    id: "routes/sessions.$sessionId_.plan",
    parentId: "root",
    path: "sessions/:sessionId/plan",
    index: void 0,
    caseSensitive: void 0,
    module: route19
  },
  "routes/cohorts.$cohortId._index": {
    id: "routes/cohorts.$cohortId._index",
    parentId: "root",
    path: "cohorts/:cohortId",
    index: true,
    caseSensitive: void 0,
    module: route20
  },
  "routes/calendars.$secret[.]ics": {
    id: "routes/calendars.$secret[.]ics",
    parentId: "root",
    path: "calendars/:secret.ics",
    index: void 0,
    caseSensitive: void 0,
    module: route21
  },
  "routes/imports.$importId_.undo": {
    id: "routes/imports.$importId_.undo",
    parentId: "root",
    path: "imports/:importId/undo",
    index: void 0,
    caseSensitive: void 0,
    module: route22
  },
  "routes/people.$personId._index": {
    id: "routes/people.$personId._index",
    parentId: "root",
    path: "people/:personId",
    index: true,
    caseSensitive: void 0,
    module: route23
  },
  "routes/places.venues.$venueId": {
    id: "routes/places.venues.$venueId",
    parentId: "root",
    path: "places/venues/:venueId",
    index: void 0,
    caseSensitive: void 0,
    module: route24
  },
  "routes/places.areas.$areaId": {
    id: "routes/places.areas.$areaId",
    parentId: "root",
    path: "places/areas/:areaId",
    index: void 0,
    caseSensitive: void 0,
    module: route25
  },
  "routes/places.rooms.$roomId": {
    id: "routes/places.rooms.$roomId",
    parentId: "root",
    path: "places/rooms/:roomId",
    index: void 0,
    caseSensitive: void 0,
    module: route26
  },
  "routes/staff.$staffId_.link": {
    id: "routes/staff.$staffId_.link",
    parentId: "root",
    path: "staff/:staffId/link",
    index: void 0,
    caseSensitive: void 0,
    module: route27
  },
  "routes/invitations.$secret": {
    id: "routes/invitations.$secret",
    parentId: "root",
    path: "invitations/:secret",
    index: void 0,
    caseSensitive: void 0,
    module: route28
  },
  "routes/messages.$messageId": {
    id: "routes/messages.$messageId",
    parentId: "root",
    path: "messages/:messageId",
    index: void 0,
    caseSensitive: void 0,
    module: route29
  },
  "routes/sessions.$sessionId": {
    id: "routes/sessions.$sessionId",
    parentId: "root",
    path: "sessions/:sessionId",
    index: void 0,
    caseSensitive: void 0,
    module: route30
  },
  "routes/imports.$importId": {
    id: "routes/imports.$importId",
    parentId: "root",
    path: "imports/:importId",
    index: void 0,
    caseSensitive: void 0,
    module: route31
  },
  "routes/programmes._index": {
    id: "routes/programmes._index",
    parentId: "root",
    path: "programmes",
    index: true,
    caseSensitive: void 0,
    module: route32
  },
  "routes/places.areas.new": {
    id: "routes/places.areas.new",
    parentId: "root",
    path: "places/areas/new",
    index: void 0,
    caseSensitive: void 0,
    module: route33
  },
  "routes/closures._index": {
    id: "routes/closures._index",
    parentId: "root",
    path: "closures",
    index: true,
    caseSensitive: void 0,
    module: route34
  },
  "routes/messages._index": {
    id: "routes/messages._index",
    parentId: "root",
    path: "messages",
    index: true,
    caseSensitive: void 0,
    module: route35
  },
  "routes/cohorts._index": {
    id: "routes/cohorts._index",
    parentId: "root",
    path: "cohorts",
    index: true,
    caseSensitive: void 0,
    module: route36
  },
  "routes/imports._index": {
    id: "routes/imports._index",
    parentId: "root",
    path: "imports",
    index: true,
    caseSensitive: void 0,
    module: route37
  },
  "routes/staff.$staffId": {
    id: "routes/staff.$staffId",
    parentId: "root",
    path: "staff/:staffId",
    index: void 0,
    caseSensitive: void 0,
    module: route38
  },
  "routes/accessibility": {
    id: "routes/accessibility",
    parentId: "root",
    path: "accessibility",
    index: void 0,
    caseSensitive: void 0,
    module: route39
  },
  "routes/calendar_.end": {
    id: "routes/calendar_.end",
    parentId: "root",
    path: "calendar/end",
    index: void 0,
    caseSensitive: void 0,
    module: route40
  },
  "routes/people._index": {
    id: "routes/people._index",
    parentId: "root",
    path: "people",
    index: true,
    caseSensitive: void 0,
    module: route41
  },
  "routes/places._index": {
    id: "routes/places._index",
    parentId: "root",
    path: "places",
    index: true,
    caseSensitive: void 0,
    module: route42
  },
  "routes/closures.new": {
    id: "routes/closures.new",
    parentId: "root",
    path: "closures/new",
    index: void 0,
    caseSensitive: void 0,
    module: route43
  },
  "routes/staff._index": {
    id: "routes/staff._index",
    parentId: "root",
    path: "staff",
    index: true,
    caseSensitive: void 0,
    module: route44
  },
  "routes/cohorts.new": {
    id: "routes/cohorts.new",
    parentId: "root",
    path: "cohorts/new",
    index: void 0,
    caseSensitive: void 0,
    module: route45
  },
  "routes/healthcheck": {
    id: "routes/healthcheck",
    parentId: "root",
    path: "healthcheck",
    index: void 0,
    caseSensitive: void 0,
    module: route46
  },
  "routes/imports.new": {
    id: "routes/imports.new",
    parentId: "root",
    path: "imports/new",
    index: void 0,
    caseSensitive: void 0,
    module: route47
  },
  "routes/staff.new": {
    id: "routes/staff.new",
    parentId: "root",
    path: "staff/new",
    index: void 0,
    caseSensitive: void 0,
    module: route48
  },
  "routes/calendar": {
    id: "routes/calendar",
    parentId: "root",
    path: "calendar",
    index: void 0,
    caseSensitive: void 0,
    module: route49
  },
  "routes/sign-out": {
    id: "routes/sign-out",
    parentId: "root",
    path: "sign-out",
    index: void 0,
    caseSensitive: void 0,
    module: route50
  },
  "routes/sign-in": {
    id: "routes/sign-in",
    parentId: "root",
    path: "sign-in",
    index: void 0,
    caseSensitive: void 0,
    module: route51
  },
  "routes/_index": {
    id: "routes/_index",
    parentId: "root",
    path: void 0,
    index: true,
    caseSensitive: void 0,
    module: route52
  },
  "routes/today": {
    id: "routes/today",
    parentId: "root",
    path: "today",
    index: void 0,
    caseSensitive: void 0,
    module: route53
  },
  "routes/$": {
    id: "routes/$",
    parentId: "root",
    path: "*",
    index: void 0,
    caseSensitive: void 0,
    module: route54
  }
};
export {
  serverManifest as assets,
  assetsBuildDirectory,
  basename,
  entry,
  future,
  isSpaMode,
  mode,
  publicPath,
  routes
};
