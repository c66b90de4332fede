package com.eazybackup.whmcs;

import com.eazybackup.platform.DatabasePulse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;

/**
 * Hands out the container's entity manager, which asks nothing of a database that gives no sign of
 * life: the persistence unit has a pool of the container's, which knows nothing of that.
 */
@ApplicationScoped
class TablesAccess {

    @PersistenceContext(unitName = "portal")
    private EntityManager tables;

    @Inject DatabasePulse pulse;

    @Produces
    EntityManager tables() {
        return (EntityManager)
                Proxy.newProxyInstance(
                        TablesAccess.class.getClassLoader(),
                        new Class<?>[] {EntityManager.class},
                        (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            pulse.require();
            return method.invoke(tables, arguments);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
