import { BellOutlined, MenuOutlined, SearchOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Menu } from "antd";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { county, csrfToken } from "@/api/client";
import { useMe } from "@/api/me";
import { useNewCount } from "@/api/notices";
import type { Me } from "@/api/types";
import { language, switchLanguage } from "@/locales/language";
import { OutboxBar } from "@/ui/OutboxBar";
import { partsFor, pathOf, placeOf } from "@/ui/places";
import { Loading } from "@/ui/states";
import { useMedia, WIDE } from "@/ui/useMedia";
import { useOnline } from "@/ui/useOnline";
import { useLargeText } from "./preferences";
import { Providers } from "./providers";
import { ReadyToRefuse } from "./ReadyToRefuse";

export function Shell() {
  return (
    <Providers>
      <Frame />
    </Providers>
  );
}

function Frame() {
  const { t } = useTranslation();
  const wide = useMedia(WIDE);
  const online = useOnline();
  const { realm, role } = useMe();
  const arriving = useNavigation().state === "loading";
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <Header wide={wide} />
      {!online && (
        <p className="offline" role="status">
          {t("app.offline")}
        </p>
      )}
      {realm.kind !== "county" && <OutboxBar />}
      {role === "village_officer" && <ReadyToRefuse />}
      <div className="body">
        {wide && (
          <nav className="side" aria-label={t("app.menu")}>
            <Places />
            <Settings />
          </nav>
        )}
        <main id="main" tabIndex={-1} className={arriving ? "arriving" : undefined}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}

function Header({ wide }: { wide: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const place =
    me.realm.kind === "county" ? me.realm.name : `${me.realm.county_name} ${me.realm.name}`;
  return (
    <header className="banner">
      {!wide && (
        <Button
          type="text"
          className="onred"
          icon={<MenuOutlined />}
          aria-label={t("app.menu")}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        />
      )}
      <Link to="/" className="brand">
        <span className="place">{place}</span>
        <span className="name">{t("app.title")}</span>
      </Link>
      <div className="who">
        {wide && <Search />}
        {me.may.includes("notices") && <Bell />}
        {wide && <Identity />}
        <form method="post" action="/logout">
          <input type="hidden" name="csrfmiddlewaretoken" value={csrfToken()} />
          <Button type="text" className="onred" htmlType="submit" data-testid="logout">
            {t("app.logout")}
          </Button>
        </form>
      </div>
      <Drawer
        open={open}
        placement="left"
        size={280}
        title={t("app.menu")}
        onClose={() => setOpen(false)}
      >
        <p>
          <Identity />
        </p>
        <p>
          <Link to="/search" onClick={() => setOpen(false)}>
            {t("app.search")}
          </Link>
        </p>
        <nav aria-label={t("app.menu")}>
          <Places onGo={() => setOpen(false)} />
          <Settings />
        </nav>
      </Drawer>
    </header>
  );
}

/** The way to the search; a phone has it in the menu. */
function Search() {
  const { t } = useTranslation();
  const label = t("app.search");
  return (
    <Link to="/search" className="bell" aria-label={label} title={label} data-testid="search">
      <SearchOutlined aria-hidden="true" />
    </Link>
  );
}

const MANY = 99;

/** How many notices have come since the last visit; the number is said, not only shown. */
function Bell() {
  const { t } = useTranslation();
  const count = useNewCount() ?? 0;
  const label = count ? t("app.newNotices", { count }) : t("nav.notices");
  return (
    <Link to="/notices" className="bell" aria-label={label} title={label} data-testid="bell">
      <BellOutlined aria-hidden="true" />
      {count > 0 && <span className="badge">{count > MANY ? `${MANY}+` : count}</span>}
    </Link>
  );
}

/** The same role may be one's own and a colleague's, for whom one stands in. */
const keyOf = ({ role, stands_in_for }: Pick<Me, "role" | "stands_in_for">) =>
  `${role} ${stands_in_for ?? ""}`;

/** Who I am, and as what; who holds several roles chooses among them here. */
function Identity() {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const choose = async (key: string) => {
    const chosen = me.roles.find((post) => keyOf(post) === key);
    if (!chosen) return;
    const { role, stands_in_for } = chosen;
    await county.POST("/api/me/role", { body: { role, stands_in_for } });
    // Everything seen so far was seen in the other role.
    queries.clear();
    window.location.assign("/");
  };
  return (
    <>
      <span className="me" title={`${me.organisation} · ${me.name}`}>
        {me.organisation} · {me.name}
        {me.roles.length === 1 && `（${me.role_label}）`}
      </span>
      {me.roles.length > 1 && (
        <select
          aria-label={t("app.actAs")}
          value={keyOf(me)}
          onChange={(event) => void choose(event.target.value)}
        >
          {me.roles.map((post) => (
            <option key={keyOf(post)} value={keyOf(post)}>
              {post.label}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

function Places({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const here = placeOf(useLocation().pathname);
  return (
    <Menu
      mode="inline"
      selectedKeys={here ? [here] : []}
      items={partsFor(me.may).map(([part, places]) => ({
        key: part,
        type: "group",
        label: t(`app.part.${part}`),
        children: places.map((place) => ({
          key: place,
          label: <Link to={pathOf(place)}>{t(`nav.${place}`)}</Link>,
        })),
      }))}
      onClick={onGo}
    />
  );
}

function Settings() {
  const { t } = useTranslation();
  const [large, setLarge] = useLargeText();
  return (
    <div className="settings">
      <Button size="small" aria-pressed={large} onClick={() => setLarge(!large)}>
        {t(large ? "app.normalText" : "app.largeText")}
      </Button>
      <Button size="small" onClick={() => switchLanguage(language() === "en" ? "zh-CN" : "en")}>
        {t("app.otherLanguage")}
      </Button>
    </div>
  );
}
